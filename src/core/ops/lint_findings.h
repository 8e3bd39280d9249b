#pragma once

#include "core/base/diagnostics.h"
#include "core/base/error.h"
#include "core/formats/checklist_places.h"
#include "core/model/checklist.h"

#include <string>

namespace duibiao {

// Rules and conditions
inline constexpr ErrorKind LintInputUnknown =
    errorKind("lint-input-unknown", Category::Negative,
              "{id} asks for {name}, which is neither a fact nor a field of this checklist; declare it or "
              "correct the name");
inline constexpr ErrorKind LintWordAsNumber = errorKind(
    "lint-word-as-number", Category::Negative, "{id} calculates with {name}, which is answered with a word");
inline constexpr ErrorKind LintNumberAsWord = errorKind(
    "lint-number-as-word", Category::Negative, "{id} compares the number {name} with the word {word}");
inline constexpr ErrorKind LintWordUndeclared =
    errorKind("lint-word-undeclared", Category::Negative,
              "{id} asks whether {name} is {word}, but its words are: {allowed}");
inline constexpr ErrorKind LintTableIncomplete =
    errorKind("lint-table-incomplete", Category::Negative,
              "the table of {id} gives nothing for {word}, a word of {name}");
inline constexpr ErrorKind LintSetNeedsHas = errorKind(
    "lint-set-needs-has", Category::Negative, "{id} compares {name}, which is a set; write \"{name} has …\"");
inline constexpr ErrorKind LintHasNeedsSet =
    errorKind("lint-has-needs-set", Category::Negative,
              "{id} asks what {name} has, but it is one word; write \"{name} = …\"");
inline constexpr ErrorKind LintRatioLimit = errorKind(
    "lint-ratio-limit", Category::Negative,
    "{id} compares the ratio {name} with {limit}, which is {percent} %; write \"{limit}%\" if that is meant");
inline constexpr ErrorKind LintRuleEarnsNothing =
    errorKind("lint-rule-earns-nothing", Category::Negative, "the rule of {id} can give no value above 0");
inline constexpr ErrorKind LintRuleConstant = errorKind(
    "lint-rule-constant", Category::Negative, "the rule of {id} reads no fact: it always gives the same");
inline constexpr ErrorKind LintFirstValueNegative =
    errorKind("lint-first-value-negative", Category::Negative,
              "{id} gives the value {value} for \"{rule}\"; values go from 0 up");
inline constexpr ErrorKind LintFirstUnreachable =
    errorKind("lint-first-unreachable", Category::Negative,
              "{id} never comes to \"{rule}\": an earlier condition holds whenever it does, or it "
              "contradicts itself");
inline constexpr ErrorKind LintConditionNeverTrue = errorKind(
    "lint-condition-never-true", Category::Negative, "{id} can never apply: \"{rule}\" contradicts itself");
inline constexpr ErrorKind LintConditionContradicts =
    errorKind("lint-condition-contradicts", Category::Negative,
              "{id} can never apply: \"{rule}\" contradicts the condition of a section above it");
inline constexpr ErrorKind LintConditionAlwaysTrue =
    errorKind("lint-condition-always-true", Category::Negative,
              "the condition of {id} always holds: \"{rule}\"; delete it");
inline constexpr ErrorKind LintFactUnused =
    errorKind("lint-fact-unused", Category::Negative, "no rule and no condition reads the fact {id}");
inline constexpr ErrorKind LintFieldUnused =
    errorKind("lint-field-unused", Category::Negative, "no rule and no condition reads the field {id}");

// Items
inline constexpr ErrorKind LintNoItems =
    errorKind("lint-no-items", Category::Negative, "the checklist has no items");
inline constexpr ErrorKind LintNumericWithoutRule =
    errorKind("lint-numeric-without-rule", Category::Negative,
              "{id} asks for a number and has no rule that judges it; give it one, or weight=\"0\"");
inline constexpr ErrorKind LintChoiceWithoutWords =
    errorKind("lint-choice-without-words", Category::Negative, "{id} is a choice without choices");
inline constexpr ErrorKind LintWordWithoutShare = errorKind(
    "lint-word-without-share", Category::Negative, "{id} is scored, but its answer {word} has no share");
inline constexpr ErrorKind LintShareOutside = errorKind(
    "lint-share-outside", Category::Negative, "{id} gives {word} the share {share}; shares go from 0 to 1");
inline constexpr ErrorKind LintWeightNegative =
    errorKind("lint-weight-negative", Category::Negative, "{id} has the negative weight {weight}");
inline constexpr ErrorKind LintVetoFreelyNa =
    errorKind("lint-veto-freely-na", Category::Negative,
              "{id} can veto and may be answered N/A freely; write na=\"never\" or na=\"by-condition\"");
inline constexpr ErrorKind LintTargetMissing =
    errorKind("lint-target-missing", Category::Negative,
              "N/A is anchored to a target, but {id} has none and would be left out");
inline constexpr ErrorKind LintGuidanceWord = errorKind(
    "lint-guidance-word", Category::Negative, "{id} has guidance for {word}, which is none of its answers");

// Groups
inline constexpr ErrorKind LintGroupEmpty =
    errorKind("lint-group-empty", Category::Negative, "no item belongs to the group {id}");
inline constexpr ErrorKind LintGroupOfOne =
    errorKind("lint-group-of-one", Category::Negative, "only {item} belongs to the group {id}");
inline constexpr ErrorKind LintGroupTooSmall = errorKind(
    "lint-group-too-small", Category::Negative, "the group {id} asks for {least} of its {members} members");
inline constexpr ErrorKind LintGroupMembersDiffer =
    errorKind("lint-group-members-differ", Category::Negative,
              "{item} differs from the first member of its group {id} in {attributes}");

// Scheme
inline constexpr ErrorKind LintWeightsDiffer =
    errorKind("lint-weights-differ", Category::Negative,
              "{id} declares {points} points, but what stands in it adds up to {sum}; its share is rescaled");
inline constexpr ErrorKind LintMaximumDiffers =
    errorKind("lint-maximum-differs", Category::Negative,
              "the scheme's maximum is {maximum}, the weights add up to {sum}; scores are rescaled");
inline constexpr ErrorKind LintBandsNotDescending =
    errorKind("lint-bands-not-descending", Category::Negative,
              "the band {id} ({lower}) stands below a band that is not higher");
inline constexpr ErrorKind LintBandUnreachable =
    errorKind("lint-band-unreachable", Category::Negative,
              "the band {id} begins at {lower}, above all a score can reach ({most})");
inline constexpr ErrorKind LintBandsLeaveGap = errorKind(
    "lint-bands-leave-gap", Category::Negative,
    "below the lowest band {id} ({lower}) a score has no grade; give it lower=\"0\" or passes=\"yes\"");
inline constexpr ErrorKind LintBandsPassOutOfOrder =
    errorKind("lint-bands-pass-out-of-order", Category::Negative,
              "the band {id} passes although a better band does not");
inline constexpr ErrorKind LintFloorUnreachable = errorKind(
    "lint-floor-unreachable", Category::Negative,
    "the floor of {id} is {floor}, but when everything applies it brings at most {most} to the whole");
inline constexpr ErrorKind LintNoConditions =
    errorKind("lint-no-conditions", Category::Negative,
              "a recognition is decided by items of role veto or admission, and there are none");
inline constexpr ErrorKind LintRecognitionAtZero = errorKind(
    "lint-recognition-at-zero", Category::Negative,
    "with veto-line=\"zero\" a condition that is partly met counts as met; \"not-full\" is usual here");
inline constexpr ErrorKind LintBonusWithoutCap = errorKind(
    "lint-bonus-without-cap", Category::Negative, "{id} is a bonus, but bonus-cap is 0: it can add nothing");

// Texts
inline constexpr ErrorKind LintTranslationMissing =
    errorKind("lint-translation-missing", Category::Negative, "{id} has no {language} text for: {parts}");
inline constexpr ErrorKind LintTextTooLong =
    errorKind("lint-text-too-long", Category::Negative,
              "the {part} of {id} has {length} characters; a cell of a workbook holds {limit}");

/// Adds findings with the place of the thing they are about.
class Findings {
public:
    Findings(Diagnostics& diagnostics, const ChecklistPlaces& places)
        : diagnostics_(diagnostics)
        , places_(places) {}

    /// `id` as in ReadChecklist::places; it becomes the argument {id} as well, without its prefix.
    void add(Severity severity, const ErrorKind& kind, const std::string& id, Arguments arguments = {});

private:
    Diagnostics& diagnostics_;
    const ChecklistPlaces& places_;
};

void lintRules(const Checklist& checklist, Findings& findings);
void lintConditions(const Checklist& checklist, Findings& findings);
void lintItems(const Checklist& checklist, Findings& findings);
void lintGroups(const Checklist& checklist, Findings& findings);
void lintScheme(const Checklist& checklist, Findings& findings);
void lintTexts(const Checklist& checklist, Findings& findings);

} // namespace duibiao
