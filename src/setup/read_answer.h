// What an installer types -> values, within the limits of the settings.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/settings.h"

namespace anteroom::setup {

// What was meant, or, in words to follow what was typed, why it cannot be used.
template <typename Value>
struct ReadAnswer {
  std::optional<Value> value;
  std::string fault;
};

// "kiosk" or "wall", or their first letters.
ReadAnswer<Role> read_role(std::string_view text);

// A length from `least` to `most`, in mm: "600", "600 mm", "60 cm", "0,6 m", "2 ft", "24 in".
ReadAnswer<double> read_length(std::string_view text, double least, double most);

// The two sides of a panel in mm, however it hangs.
struct PanelSize {
  double longer = 0, shorter = 0;
};
// "1218 x 685", in either order and in any unit of read_length; or the diagonal of a panel of this `ratio` (of its
// longer to its shorter side): "55 inch", or "55" alone.
ReadAnswer<PanelSize> read_panel_size(std::string_view text, double ratio);

// Where the edge is now that is the top one when the screen stands on its foot ("top", "left", "right", "bottom"), as
// the rotation that puts the picture upright.
ReadAnswer<int> read_top_edge(std::string_view text);
// Where an arrow points that should point up ("up", "yes", "left", "right", "down", "no" is refused), as what must be
// added to the rotation.
ReadAnswer<int> read_arrow(std::string_view text);

// A text for the screen: no controls, at most 200 bytes. "-": none.
ReadAnswer<std::string> read_name(std::string_view text);

// "America/Toronto", "UTC"; "-" or "computer": that of the computer, an empty name.
ReadAnswer<std::string> read_time_zone(std::string_view text);

// Opening hours: "mon-fri 8:00-12:00, 13:00-17:00; sat 9am-1pm"; a day that is not named is closed. "always": no hours.
ReadAnswer<std::vector<DayHours>> read_week(std::string_view text);

// "mon-fri 08:00-17:00; sat-sun closed", as read_week reads it; "always" without hours.
std::string week_in_words(const std::vector<DayHours>& week);
// The hours of a day as the settings have them: "08:00-12:00, 13:00-17:00", "closed".
std::string hours_in_words(const DayHours& hours);
// "left": where the own top edge is at `rotation`.
std::string top_edge_in_words(int rotation);

}  // namespace anteroom::setup
