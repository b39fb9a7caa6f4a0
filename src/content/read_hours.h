// [hours] of the settings: when the clinic is open.
#pragma once

#include "model/settings.h"
#include "source/table_reader.h"

namespace anteroom::content {

// The table `hours` of `root`; always open without it. A weekday that is missing or faulty is open all day, and an
// entry of [[hours.on]] that is faulty changes nothing. Errors: missing-key, unknown-key, bad-date, bad-hours, too-many
// (entries), when-order, duplicate (days in two entries), bad-value and those of TableReader.
OpeningHours read_hours(source::TableReader& root);

// True if a weekday is in [hours], which is `hours`; null: there is none.
bool has_weekdays(const source::TomlValue* hours);

// True if `entry` is a weekday with its hours, as in [hours]: monday = "08:00-17:00".
bool is_hours_of_weekday(const source::TomlEntry& entry);

}  // namespace anteroom::content
