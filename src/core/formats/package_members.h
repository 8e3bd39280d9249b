#pragma once

#include <string_view>

/// Names and fixed contents of the package's members. Inside formats only.
namespace duibiao::package {

inline constexpr std::string_view Mimetype = "mimetype";
inline constexpr std::string_view Checklist = "checklist.xml";
inline constexpr std::string_view EvidenceFolder = "evidence/";
inline constexpr std::string_view Manifest = "manifest";
inline constexpr std::string_view Document = "document.xml";
inline constexpr std::string_view Log = "log.jsonl";
inline constexpr std::string_view MimetypeContent = "application/vnd.duibiao.assessment+zip";

} // namespace duibiao::package
