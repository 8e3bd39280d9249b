#include "core/formats/document_reader.h"
#include "core/formats/manifest.h"
#include "core/formats/package.h"
#include "core/formats/package_members.h"
#include "core/io/files.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace duibiao {

namespace {

using io::ZipArchive;
using io::ZipMember;

constexpr std::array HeadMembers{package::Mimetype, package::Checklist};
constexpr std::array TailMembers{package::Manifest, package::Document, package::Log};

std::unexpected<Diagnostics> only(const Error& error) {
    Diagnostics diagnostics;
    diagnostics.addError(error);
    return std::unexpected(std::move(diagnostics));
}

class PackageReader {
public:
    PackageReader(const std::filesystem::path& path, std::shared_ptr<const ZipArchive> archive)
        : file_(io::displayName(path))
        , archive_(std::move(archive)) {}

    [[nodiscard]] std::expected<OpenedPackage, Diagnostics> read(EvidenceCheck check) {
        for (const auto step : {&PackageReader::checkOrder, &PackageReader::checkManifest,
                                &PackageReader::readChecklist, &PackageReader::readJournal}) {
            if (const auto done = (this->*step)(); !done) {
                return only(done.error());
            }
        }
        if (auto state = readState(); !state) {
            return std::unexpected(std::move(state.error()));
        }
        const std::array checks{collectEvidence(),
                                check == EvidenceCheck::Now ? checkEvidence() : Result<void>()};
        for (const Result<void>& done : checks) {
            if (!done) {
                return only(done.error());
            }
        }
        compareHistory();
        return std::move(opened_);
    }

private:
    PackageContent& content() { return opened_.content; }
    [[nodiscard]] Place placeOf(std::string_view member) const {
        return MemberPlace{file_, std::string(member)};
    }
    [[nodiscard]] std::unexpected<Error> damaged(std::string_view member) const {
        return fail(PackageDamaged, {{"file", file_}, {"member", std::string(member)}}, placeOf(member));
    }

    /// The members that have to be there, evidence by name in the middle.
    Result<void> checkOrder() {
        const std::vector<ZipMember>& members = archive_->members();
        const auto named = [](const ZipMember& member, std::string_view name) { return member.name == name; };
        const std::size_t fixed = HeadMembers.size() + TailMembers.size();
        bool fits = members.size() >= fixed;
        if (fits) {
            const auto tail = members.end() - static_cast<std::ptrdiff_t>(TailMembers.size());
            const auto head = members.begin() + static_cast<std::ptrdiff_t>(HeadMembers.size());
            fits = std::equal(members.begin(), head, HeadMembers.begin(), named) &&
                   std::equal(tail, members.end(), TailMembers.begin(), named) &&
                   std::is_sorted(head, tail, [](const auto& a, const auto& b) { return a.name < b.name; });
        }
        if (!fits) {
            return fail(PackageContents, {{"file", file_}});
        }
        return archive_->checkHeaders();
    }

    Result<std::string> contentOf(std::string_view name) {
        const auto member = archive_->require(name);
        if (!member) {
            return passOn(member);
        }
        return archive_->read(**member, (*member)->size);
    }

    /// Everything but the evidence, whose hash is its name, is compared byte by byte as it lies in the file.
    Result<void> checkManifest() {
        const auto text = contentOf(package::Manifest);
        if (!text) {
            return passOn(text);
        }
        const auto lines = parseManifest(*text);
        if (!lines) {
            return std::unexpected(lines.error().at(placeOf(package::Manifest)));
        }
        std::size_t next = 0;
        for (const ZipMember& member : archive_->members()) {
            if (member.name == package::Manifest) {
                continue;
            }
            if (next >= lines->size()) {
                return damaged(member.name);
            }
            if (auto checked = checkMember(member, (*lines)[next++]); !checked) {
                return checked;
            }
        }
        return next == lines->size() ? Result<void>() : Result<void>(damaged(package::Manifest));
    }

    Result<void> checkMember(const ZipMember& member, const ManifestLine& line) {
        if (line.name != member.name || line.size != member.storedSize) {
            return damaged(member.name);
        }
        if (member.name.starts_with(package::EvidenceFolder)) {
            const bool named = member.name.substr(package::EvidenceFolder.size()) == line.hash.text();
            return named ? Result<void>() : Result<void>(damaged(member.name));
        }
        Sha256Stream hash;
        auto read = archive_->streamStored(member, [&](std::string_view piece) {
            hash.add(piece);
            return Result<void>();
        });
        if (!read) {
            return read;
        }
        return hash.finish() == line.hash ? Result<void>() : Result<void>(damaged(member.name));
    }

    Result<void> readChecklist() {
        const auto mimetype = contentOf(package::Mimetype);
        if (!mimetype) {
            return passOn(mimetype);
        }
        if (*mimetype != package::MimetypeContent) {
            return fail(PackageContents, {{"file", file_}});
        }
        auto bytes = contentOf(package::Checklist);
        if (!bytes) {
            return passOn(bytes);
        }
        content().checklistBytes = std::move(*bytes);
        return {};
    }

    Result<void> readJournal() {
        const auto bytes = contentOf(package::Log);
        if (!bytes) {
            return passOn(bytes);
        }
        auto journal = Journal::parse(*bytes);
        if (!journal) {
            return std::unexpected(journal.error().at(placeOf(package::Log)));
        }
        content().journal = std::move(*journal);
        return {};
    }

    std::expected<void, Diagnostics> readState() {
        const auto bytes = contentOf(package::Document);
        if (!bytes) {
            return only(bytes.error());
        }
        auto document = readDocument(*bytes, file_ + "/" + std::string(package::Document));
        if (!document) {
            return std::unexpected(std::move(document.error()));
        }
        if (document->assessment.checklist.hash != sha256(content().checklistBytes).text()) {
            return only(Error(PackageChecklistDiffers, {{"file", file_}}, placeOf(package::Checklist)));
        }
        content().assessment = std::move(document->assessment);
        content().newer = document->newer;
        opened_.scorable = document->scorable;
        opened_.notices = std::move(document->warnings);
        return {};
    }

    /// Each reference has its content, and in a file of our version each content its reference: nothing
    /// hides.
    Result<void> collectEvidence() {
        for (const ZipMember& member : archive_->members()) {
            if (member.name.starts_with(package::EvidenceFolder)) {
                const auto hash = Sha256::parse(member.name.substr(package::EvidenceFolder.size()));
                content().evidence.emplace(*hash, EvidenceSource::fromMember(archive_, member, *hash));
            }
        }
        std::set<Sha256> used;
        for (const Evidence& evidence : content().assessment.evidence) {
            if (!evidence.content) {
                continue;
            }
            used.insert(*evidence.content);
            const auto found = content().evidence.find(*evidence.content);
            if (found == content().evidence.end() || found->second.size() != evidence.size) {
                return fail(PackageEvidenceMissing, {{"file", file_}, {"id", evidence.id.str()}});
            }
        }
        for (const auto& [hash, source] : content().evidence) {
            if (!content().newer && !used.contains(hash)) {
                return fail(
                    PackageEvidenceUnknown,
                    {{"file", file_}, {"member", std::string(package::EvidenceFolder) + hash.text()}});
            }
        }
        return {};
    }

    Result<void> checkEvidence() {
        for (const auto& [hash, source] : content().evidence) {
            if (auto read = source.stream([](std::string_view) { return Result<void>(); }); !read) {
                return read;
            }
        }
        return {};
    }

    void compareHistory() {
        if (content().newer) {
            return;
        }
        const auto replayed = content().journal.replay();
        if (replayed && *replayed != content().assessment) {
            opened_.notices.addWarning(Error(HistoryDiffers, {{"file", file_}}, placeOf(package::Log)));
        }
    }

    std::string file_;
    std::shared_ptr<const ZipArchive> archive_;
    OpenedPackage opened_;
};

} // namespace

std::expected<OpenedPackage, Diagnostics> readPackage(const std::filesystem::path& path, EvidenceCheck check,
                                                      io::FileSystem& fileSystem) {
    auto archive = ZipArchive::open(path, io::ZipProfile::Package, io::packageReadLimits(), fileSystem);
    if (!archive) {
        return only(archive.error());
    }
    return PackageReader(path, std::make_shared<const ZipArchive>(std::move(*archive))).read(check);
}

} // namespace duibiao
