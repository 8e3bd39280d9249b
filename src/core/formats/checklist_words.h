#pragma once

#include "core/formats/element_kinds.h"
#include "core/model/checklist.h"

#include <array>
#include <string_view>

namespace duibiao {

// The words of a checklist file. Reader, writer and the lists in error messages share these tables.

inline constexpr std::array StandardStatusWords{
    FormatWord<StandardStatus>{"in-force", StandardStatus::InForce},
    FormatWord<StandardStatus>{"draft", StandardStatus::Draft},
    FormatWord<StandardStatus>{"superseded", StandardStatus::Superseded}};
inline constexpr std::array BasisWords{
    FormatWord<Basis>{"practice", Basis::Practice}, FormatWord<Basis>{"text", Basis::Text},
    FormatWord<Basis>{"derived", Basis::Derived},   FormatWord<Basis>{"chapter", Basis::Chapter},
    FormatWord<Basis>{"rule", Basis::Rule},         FormatWord<Basis>{"draft", Basis::Draft}};
inline constexpr std::array ConfidenceWords{FormatWord<Confidence>{"high", Confidence::High},
                                            FormatWord<Confidence>{"medium", Confidence::Medium},
                                            FormatWord<Confidence>{"low", Confidence::Low}};
inline constexpr std::array ModalityWords{FormatWord<Modality>{"must-check", Modality::MustCheck},
                                          FormatWord<Modality>{"advised", Modality::Advised},
                                          FormatWord<Modality>{"recorded", Modality::Recorded}};
inline constexpr std::array OfficialModalityWords{
    FormatWord<OfficialModality>{"shall", OfficialModality::Shall},
    FormatWord<OfficialModality>{"should", OfficialModality::Should},
    FormatWord<OfficialModality>{"may", OfficialModality::May}};
inline constexpr std::array UnitWords{
    FormatWord<Unit>{"count", Unit::Count},       FormatWord<Unit>{"ratio", Unit::Ratio},
    FormatWord<Unit>{"wan", Unit::Wan},           FormatWord<Unit>{"months", Unit::Months},
    FormatWord<Unit>{"area", Unit::SquareMetres}, FormatWord<Unit>{"points", Unit::Points},
    FormatWord<Unit>{"level", Unit::Level},       FormatWord<Unit>{"word", Unit::Word},
    FormatWord<Unit>{"yes-no", Unit::YesNo}};
inline constexpr std::array FieldKindWords{
    FormatWord<FieldKind>{"word", FieldKind::Word}, FormatWord<FieldKind>{"words", FieldKind::Words},
    FormatWord<FieldKind>{"yes-no", FieldKind::YesNo}, FormatWord<FieldKind>{"text", FieldKind::Text}};
inline constexpr std::array NaTreatmentWords{FormatWord<NaTreatment>{"exclude", NaTreatment::Exclude},
                                             FormatWord<NaTreatment>{"full", NaTreatment::Full},
                                             FormatWord<NaTreatment>{"zero", NaTreatment::Zero},
                                             FormatWord<NaTreatment>{"anchor", NaTreatment::Anchor}};
inline constexpr std::array NaPermissionWords{
    FormatWord<NaPermission>{"free", NaPermission::Free},
    FormatWord<NaPermission>{"by-condition", NaPermission::ByCondition},
    FormatWord<NaPermission>{"never", NaPermission::Never}};
inline constexpr std::array ItemRoleWords{FormatWord<ItemRole>{"scored", ItemRole::Scored},
                                          FormatWord<ItemRole>{"veto", ItemRole::Veto},
                                          FormatWord<ItemRole>{"admission", ItemRole::Admission},
                                          FormatWord<ItemRole>{"direct-pass", ItemRole::DirectPass},
                                          FormatWord<ItemRole>{"deduction", ItemRole::Deduction},
                                          FormatWord<ItemRole>{"bonus", ItemRole::Bonus}};
inline constexpr std::array AnswererWords{FormatWord<Answerer>{"self", Answerer::Self},
                                          FormatWord<Answerer>{"evaluator", Answerer::Evaluator}};
inline constexpr std::array AnswerKindWords{FormatWord<AnswerKind>{"rating", AnswerKind::Rating},
                                            FormatWord<AnswerKind>{"yes-no", AnswerKind::YesNo},
                                            FormatWord<AnswerKind>{"choice", AnswerKind::Choice},
                                            FormatWord<AnswerKind>{"level", AnswerKind::Level},
                                            FormatWord<AnswerKind>{"count", AnswerKind::Count},
                                            FormatWord<AnswerKind>{"percent", AnswerKind::Percent},
                                            FormatWord<AnswerKind>{"amount", AnswerKind::Amount},
                                            FormatWord<AnswerKind>{"months", AnswerKind::Months},
                                            FormatWord<AnswerKind>{"area", AnswerKind::Area}};
inline constexpr std::array MethodWords{
    FormatWord<Method>{"review", Method::Review}, FormatWord<Method>{"sample", Method::Sample},
    FormatWord<Method>{"interview", Method::Interview}, FormatWord<Method>{"observe", Method::Observe}};
inline constexpr std::array AggregateWords{FormatWord<Aggregate>{"sum", Aggregate::Sum},
                                           FormatWord<Aggregate>{"mean", Aggregate::Mean}};
inline constexpr std::array GroupKindWords{FormatWord<GroupKind>{"any-of", GroupKind::AnyOf},
                                           FormatWord<GroupKind>{"all-of", GroupKind::AllOf},
                                           FormatWord<GroupKind>{"at-least", GroupKind::AtLeast}};
inline constexpr std::array SchemeKindWords{FormatWord<SchemeKind>{"score", SchemeKind::Score},
                                            FormatWord<SchemeKind>{"recognition", SchemeKind::Recognition}};
inline constexpr std::array VetoLineWords{FormatWord<VetoLine>{"zero", VetoLine::Zero},
                                          FormatWord<VetoLine>{"not-full", VetoLine::NotFull}};
inline constexpr std::array YesNoWords{FormatWord<bool>{"no", false}, FormatWord<bool>{"yes", true}};

/// The last digit is the major version.
inline constexpr std::string_view ChecklistNamespaceStem = "urn:duibiao:checklist:";
inline constexpr std::string_view ChecklistNamespace = "urn:duibiao:checklist:1";
/// The format this version writes and knows completely.
inline constexpr std::string_view ChecklistFormat = "1.0";

} // namespace duibiao
