#include "core/formats/document_writer.h"
#include "core/formats/manifest.h"
#include "core/formats/package.h"
#include "core/formats/package_members.h"
#include "core/io/files.h"
#include "core/io/output_file.h"
#include "core/io/zip_writer.h"

#include <utility>

namespace duibiao {

namespace {

using io::PackedMember;

/// What a package will consist of, with everything but the evidence ready in memory.
struct Plan {
    std::map<Sha256, const EvidenceSource*> evidence;
    PackedMember mimetype;
    PackedMember checklist;
    PackedMember manifest;
    PackedMember document;
    PackedMember log;
};

Result<std::map<Sha256, const EvidenceSource*>> neededEvidence(const PackageContent& content) {
    std::map<Sha256, const EvidenceSource*> needed;
    if (content.newer) {
        for (const auto& [hash, source] : content.evidence) {
            needed.emplace(hash, &source);
        }
    }
    for (const Evidence& evidence : content.assessment.evidence) {
        if (!evidence.content) {
            continue;
        }
        const auto found = content.evidence.find(*evidence.content);
        if (found == content.evidence.end() || found->second.size() != evidence.size) {
            return fail(EvidenceNotGiven, {{"id", evidence.id.str()}});
        }
        needed.emplace(*evidence.content, &found->second);
    }
    return needed;
}

std::string evidenceName(const Sha256& hash) {
    return std::string(package::EvidenceFolder) + hash.text();
}

ManifestLine lineOf(const PackedMember& packed) {
    return {sha256(packed.stored), packed.stored.size(), packed.member.name};
}

Result<Plan> planFor(const PackageContent& content) {
    auto evidence = neededEvidence(content);
    if (!evidence) {
        return passOn(evidence);
    }
    Plan plan;
    plan.evidence = std::move(*evidence);
    plan.mimetype = io::packMember(package::Mimetype, package::MimetypeContent);
    plan.checklist = io::packMember(package::Checklist, content.checklistBytes);
    plan.document = io::packMember(package::Document, writeDocument(content.assessment));
    plan.log = io::packMember(package::Log, content.journal.bytes());
    std::vector<ManifestLine> lines{lineOf(plan.mimetype), lineOf(plan.checklist)};
    for (const auto& [hash, source] : plan.evidence) {
        lines.push_back({hash, source->size(), evidenceName(hash)});
    }
    lines.push_back(lineOf(plan.document));
    lines.push_back(lineOf(plan.log));
    plan.manifest = io::packMember(package::Manifest, manifestText(lines));
    return plan;
}

std::uint64_t sizeOf(const Plan& plan) {
    constexpr std::uint64_t Headers = 256; // both headers of a member with its name
    std::uint64_t size = 0;
    for (const PackedMember* member :
         {&plan.mimetype, &plan.checklist, &plan.manifest, &plan.document, &plan.log}) {
        size += member->stored.size() + Headers;
    }
    for (const auto& [hash, source] : plan.evidence) {
        size += source->size() + Headers;
    }
    return size;
}

Result<void> writeMembers(io::ZipWriter& zip, const Plan& plan) {
    for (const PackedMember* member : {&plan.mimetype, &plan.checklist}) {
        if (auto added = zip.add(*member); !added) {
            return added;
        }
    }
    for (const auto& [hash, source] : plan.evidence) {
        const auto copy = [from = source](const io::Sink& sink) { return from->stream(sink); };
        if (auto added = zip.addStored(evidenceName(hash), source->size(), source->crc(), copy); !added) {
            return added;
        }
    }
    for (const PackedMember* member : {&plan.manifest, &plan.document, &plan.log}) {
        if (auto added = zip.add(*member); !added) {
            return added;
        }
    }
    return zip.finish();
}

Result<void> produce(const std::filesystem::path& temporary, const Plan& plan, io::FileSystem& fileSystem) {
    auto file = io::OutputFile::open(temporary, fileSystem);
    if (!file) {
        return passOn(file);
    }
    io::ZipWriter zip(*file);
    if (auto written = writeMembers(zip, plan); !written) {
        return written;
    }
    return file->finish();
}

/// What was written opens, and says what was meant.
Result<void> verify(const std::filesystem::path& temporary, const PackageContent& content, const Plan& plan,
                    io::FileSystem& fileSystem) {
    const auto opened = readPackage(temporary, EvidenceCheck::Now, fileSystem);
    if (!opened) {
        return std::unexpected(opened.error().entries().front().error);
    }
    const PackageContent& written = opened->content;
    const bool same =
        written.checklistBytes == content.checklistBytes && written.assessment == content.assessment &&
        written.journal.bytes() == content.journal.bytes() && written.evidence.size() == plan.evidence.size();
    if (!same) {
        return fail(io::VerifyFailed, {{"file", io::displayName(temporary)}});
    }
    return {};
}

} // namespace

Result<void> writePackage(const std::filesystem::path& target, io::Existing existing,
                          const PackageContent& content, io::FileSystem& fileSystem) {
    const auto plan = planFor(content);
    if (!plan) {
        return passOn(plan);
    }
    return io::saveFile(
        target, existing, [&](const std::filesystem::path& file) { return produce(file, *plan, fileSystem); },
        [&](const std::filesystem::path& file) { return verify(file, content, *plan, fileSystem); },
        {.expectedSize = sizeOf(*plan), .fileSystem = &fileSystem});
}

} // namespace duibiao
