#include "language/dates.h"

#include <unicode/calendar.h>
#include <unicode/dtptngen.h>
#include <unicode/locid.h>
#include <unicode/reldatefmt.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "language/icu_text.h"

namespace anteroom::language {

namespace {

using Patterns = std::unique_ptr<icu::DateTimePatternGenerator>;

// The patterns of `language`; null if ICU has none. They are kept, those of a few languages, since ICU takes as long to
// read them as to format a thousand dates.
icu::DateTimePatternGenerator* patterns_of(const std::string& language) {
  constexpr std::size_t most = 50;
  thread_local std::map<std::string, Patterns> known;
  if (known.size() > most) known.clear();
  const auto [entry, is_new] = known.try_emplace(language);
  UErrorCode status = U_ZERO_ERROR;
  if (is_new) entry->second.reset(icu::DateTimePatternGenerator::createInstance(locale_of(language), status));
  if (U_FAILURE(status)) entry->second.reset();
  return entry->second.get();
}

constexpr std::string_view clock = "jm";
constexpr std::string_view full_hour = "jm at minute 0";

// `pattern` of a clock time as people write it. Where the hour has a sign of its own ("08 h 00", Canadian French), they
// leave out its leading zero, and on the full hour the minutes: "8 h".
void write_as_people_do(icu::UnicodeString& pattern, bool is_full_hour) {
  static const icu::UnicodeString sign(u"'h'");
  const std::int32_t at = pattern.indexOf(sign);
  if (at < 0) return;
  if (is_full_hour) pattern.truncate(at + sign.length());
  pattern.findAndReplace(u"HH", u"H");
}

// A formatter of civil times by the language's pattern for `skeleton`; null if ICU has none.
std::unique_ptr<icu::SimpleDateFormat> formatter_of(std::string_view skeleton, const std::string& language) {
  icu::DateTimePatternGenerator* patterns = patterns_of(language);
  if (patterns == nullptr) return {};
  UErrorCode status = U_ZERO_ERROR;
  const bool is_full_hour = skeleton == full_hour;
  icu::UnicodeString pattern = patterns->getBestPattern(icu_text(is_full_hour ? clock : skeleton), status);
  write_as_people_do(pattern, is_full_hour);
  auto formatter = std::make_unique<icu::SimpleDateFormat>(pattern, locale_of(language), status);
  if (U_FAILURE(status)) return {};
  formatter->setTimeZone(*icu::TimeZone::getGMT());  // civil time has no zone, so apply none
  return formatter;
}

// `time`, in milliseconds of civil time since 1970, formatted by the language's pattern for `skeleton`. Formatters are
// kept, too; those of a few languages at most.
std::string format(UDate time, std::string_view skeleton, std::string_view language) {
  constexpr std::size_t most = 150;
  thread_local std::map<std::pair<std::string, std::string>, std::unique_ptr<icu::SimpleDateFormat>> known;
  if (known.size() > most) known.clear();
  const auto [entry, is_new] = known.try_emplace({std::string(skeleton), std::string(language)});
  if (is_new) entry->second = formatter_of(skeleton, entry->first.second);
  if (entry->second == nullptr) return {};
  icu::UnicodeString text;
  entry->second->format(time, text);
  return to_utf8(text);
}

}  // namespace

std::string long_date(std::chrono::year_month_day date, std::string_view language) {
  const auto days = std::chrono::local_days(date).time_since_epoch();
  return format(static_cast<UDate>(std::chrono::milliseconds(days).count()), "yMMMMd", language);
}

std::string weekday(std::chrono::year_month_day date, std::string_view language) {
  const auto days = std::chrono::local_days(date).time_since_epoch();
  return format(static_cast<UDate>(std::chrono::milliseconds(days).count()), "cccc", language);
}

std::string clock_time(std::chrono::minutes minute, std::string_view language) {
  const bool is_full_hour = minute % std::chrono::hours(1) == std::chrono::minutes(0);
  return format(static_cast<UDate>(std::chrono::milliseconds(minute).count()), is_full_hour ? full_hour : clock,
                language);
}

std::string minutes_ago(std::chrono::minutes minutes, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RelativeDateTimeFormatter formatter(locale_of(language), status);
  icu::UnicodeString text;
  formatter.format(static_cast<double>(minutes.count()), UDAT_DIRECTION_LAST, UDAT_RELATIVE_MINUTES, text, status);
  return U_FAILURE(status) ? std::to_string(minutes.count()) + " min" : to_utf8(text);
}

}  // namespace anteroom::language
