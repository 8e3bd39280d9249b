#pragma once

#include "core/edit/apply.h"
#include "core/formats/package.h"
#include "support/temporary_folder.h"

#include <string>
#include <vector>

/// A small assessment with something of everything.
namespace duibiao::test {

inline const std::string SampleChecklist = "<checklist xmlns=\"urn:duibiao:checklist:1\"/>";
inline const std::string SamplePhoto = "the bytes of a photo";

inline Creation sampleCreation() {
    return {"8c1f0000-0000-4000-8000-000000000001",
            "05de0000-0000-4000-8000-000000000002",
            *Timestamp::parse("2026-11-24T14:32:05+08:00"),
            {"sample", "1.0", sha256(SampleChecklist).text()}};
}

inline Assessment bornSample() {
    return bornAssessment(sampleCreation());
}

inline std::vector<Edit> sampleEdits() {
    const Voice seat{Voice::Kind::Seat, SeatId("s-1")};
    Evidence lease;
    lease.id = EvidenceId("e-1");
    lease.number = {4, 1};
    lease.title = "房屋租赁合同";
    lease.fileName = "租赁合同.pdf";
    lease.content = sha256(SamplePhoto);
    lease.size = SamplePhoto.size();
    lease.kind = EvidenceKind::Copy;
    lease.date = Date::parse("2025-03-01");
    lease.pages = 12;
    lease.supports = {"I-1", "area_total_m2"};
    Evidence voucher;
    voucher.id = EvidenceId("e-2");
    voucher.number = {4, 2};
    voucher.title = "凭证";
    voucher.whereKept = "财务室凭证柜 2025-11";
    return {SetName{"青禾孵化器"},
            SetField{FieldId("services"), {"technical-service", "financing"}},
            SetPeriod{{"2026", *Date::parse("2026-01-01"), *Date::parse("2026-12-31")}},
            SetSeat{SeatId("s-1"), "李工"},
            SetValue{ItemId("I-1"), {}, WordId("conform")},
            SetComment{ItemId("I-1"), {}, "见附件4-1。\n第二行"},
            SetValue{ItemId("I-1"), seat, WordId("partial")},
            SetNotApplicable{ItemId("I-2"), {}, NotApplicable{"无此项服务", "张主任"}},
            SetValue{FactId("area_total_m2"), {}, Exact(12000)},
            AddEvidence{lease},
            AddEvidence{voucher},
            AddRosterEntry{RosterId("incubatees"), {RosterEntryId("r-1"), {{"name", "甲公司"}}}}};
}

inline Assessment sampleAssessment() {
    Assessment assessment = bornSample();
    static_cast<void>(applyEdits(assessment, sampleEdits()).value());
    return assessment;
}

/// The sample as a package; its photo is put into the folder.
inline PackageContent samplePackage(const TemporaryFolder& folder) {
    PackageContent content;
    content.checklistBytes = SampleChecklist;
    content.assessment = sampleAssessment();
    const Timestamp time = sampleCreation().created;
    content.journal.begin(sampleCreation(), SeatId("s-1"), time, {}).value();
    content.journal.append(SeatId("s-1"), time, sampleEdits()).value();
    std::filesystem::create_directories(folder / "sources");
    put(folder / "sources/photo.jpg", SamplePhoto);
    const auto photo = EvidenceSource::fromFile(folder / "sources/photo.jpg").value();
    content.evidence.emplace(photo.hash(), photo);
    return content;
}

} // namespace duibiao::test
