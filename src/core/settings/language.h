#pragma once

#include "core/base/catalogue.h"
#include "core/base/clock.h"
#include "core/settings/paths.h"

#include <memory>

namespace duibiao {

/// The language of the system's messages: LC_ALL, LC_MESSAGES, LANG in this order; English when none is
/// known.
[[nodiscard]] Language systemLanguage(const Environment& environment);

/// The translations of i18n/<language>.mo among the data folders. English, and whatever cannot be read, is
/// the empty catalogue: a program without its data still answers.
[[nodiscard]] Catalogue loadCatalogue(const Paths& paths, Language language);

/// The computer's clock, or the instant of DUIBIAO_NOW (2026-11-24T14:32:05+08:00) for demonstrations and
/// tests.
[[nodiscard]] std::unique_ptr<Clock> clockFrom(const Environment& environment);

} // namespace duibiao
