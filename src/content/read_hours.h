// [hours] of the settings: when the clinic is open.
#pragma once

#include "model/settings.h"
#include "source/table_reader.h"

namespace anteroom::content {

// The table `hours` of `root`; always open without it. A weekday that is missing or faulty is open all day, and an
// entry of [[hours.on]] that is faulty changes nothing. Errors: missing-key, unknown-key, bad-date, bad-hours, too-many
// (entries), when-order, duplicate (days in two entries), bad-value and those of TableReader.
OpeningHours read_hours(source::TableReader& root);

}  // namespace anteroom::content
