#include "cli/output/assessment_json.h"

#include "cli/output/json_values.h"

#include <utility>

namespace duibiao::cli {

namespace {

Json responseJson(const Response& response) {
    Json json{{"value", valueJson(response.value)}, {"comment", response.comment}, {"na", nullptr}};
    if (response.notApplicable) {
        json["na"] = {{"reason", response.notApplicable->reason},
                      {"approver", response.notApplicable->approver}};
    }
    return json;
}

Json answerJson(const std::string& id, const Answer& answer) {
    Json verified = Json::object();
    for (const auto& [seat, response] : answer.verified) {
        verified[seat.str()] = responseJson(response);
    }
    return {{"id", id},
            {"self", responseJson(answer.self)},
            {"verified", std::move(verified)},
            {"consensus", answer.consensus ? responseJson(*answer.consensus) : Json()}};
}

template<class Answers>
Json answersJson(const Answers& answers) {
    Json list = Json::array();
    for (const auto& [id, answer] : answers) {
        list.push_back(answerJson(id.str(), answer));
    }
    return list;
}

Json evidenceJson(const Evidence& evidence) {
    return {
        {"id", evidence.id.str()},
        {"number", std::to_string(evidence.number.chapter) + "-" + std::to_string(evidence.number.sequence)},
        {"title", evidence.title},
        {"file", evidence.fileName},
        {"sha256", evidence.content ? Json(evidence.content->text()) : Json()},
        {"size", evidence.size},
        {"kept", evidence.whereKept},
        {"supports", evidence.supports}};
}

Json organisationJson(const Organisation& organisation) {
    Json fields = Json::object();
    for (const auto& [field, words] : organisation.fields) {
        fields[field.str()] = words;
    }
    return {{"name", organisation.name}, {"fields", std::move(fields)}};
}

} // namespace

std::string assessmentJson(const Assessment& assessment) {
    Json evidence = Json::array();
    for (const Evidence& each : assessment.evidence) {
        evidence.push_back(evidenceJson(each));
    }
    const Json json{{"schema", "duibiao.assessment/1"},
                    {"document", assessment.document},
                    {"created", assessment.created.text()},
                    {"checklist",
                     {{"id", assessment.checklist.id},
                      {"edition", assessment.checklist.edition},
                      {"sha256", assessment.checklist.hash}}},
                    {"organisation", organisationJson(assessment.organisation)},
                    {"period",
                     {{"label", assessment.period.label},
                      {"from", assessment.period.from.text()},
                      {"to", assessment.period.to.text()}}},
                    {"answers", answersJson(assessment.answers)},
                    {"facts", answersJson(assessment.facts)},
                    {"evidence", std::move(evidence)}};
    return json.dump(2) + "\n";
}

} // namespace duibiao::cli
