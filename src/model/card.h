// A card: one illustrated message of the loop, in every language of its pack.
#pragma once

#include <bitset>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/day_span.h"
#include "model/exhibit.h"
#include "model/ground.h"
#include "model/picture_motion.h"
#include "model/time.h"

namespace anteroom {

// What a screen is for: a touchscreen within reach (kiosk), or a monitor that is only looked at (wall).
enum class Role { kiosk, wall };

// How much there is to read, counted when the card is read.
struct ReadingLoad {
  int words = 0;
  int characters = 0;
  friend bool operator==(const ReadingLoad&, const ReadingLoad&) = default;
};

// The part of a card's picture that a page shows.
struct PictureView {
  Share frame;
  double ratio = 4.0 / 3;                // of the whole picture: width by height
  std::vector<std::string> layers = {};  // ids of the SVG's elements that are drawn alone; empty: all that is in it
  friend bool operator==(const PictureView&, const PictureView&) = default;
};

// What is known of the board that a card's picture is drawn on.
struct Board {
  double ratio = 4.0 / 3;    // width by height
  Share ink = {0, 0, 1, 1};  // the part with something drawn on it
  // The picture's own ground, which goes on beyond the board on all sides: it may fill an area of another shape. None:
  // what is around the drawing shows through.
  struct OwnGround {
    Share reach;              // as far as it is drawn, in shares of the board
    std::uint32_t color = 0;  // 0xRRGGBB, on the whole, near the upper edge of the board
    friend bool operator==(const OwnGround&, const OwnGround&) = default;
  };
  std::optional<OwnGround> ground = {};
  friend bool operator==(const Board&, const Board&) = default;
};

// One page of a card's detail.
struct Page {
  std::string title;
  std::string text;  // paragraphs are separated by '\n'
  ReadingLoad reading;
  std::optional<PictureView> view = {};  // none: the page shows the whole picture
  // Where the text is cut into pieces, what each of its paragraphs shows instead; empty: all show `view`.
  std::vector<PictureView> views = {};
  friend bool operator==(const Page&, const Page&) = default;
};

// That a clinician has signed a card as it is.
struct Approval {
  std::string reviewer;
  Date on{};
  friend bool operator==(const Approval&, const Approval&) = default;
};

// A card's words in one language, its variables already replaced by bidi-isolated values. UTF-8.
struct CardText {
  std::string topic, title, lead;
  std::string picture_alt;  // what the picture shows, for those who cannot see it
  std::string ask;          // the question for the patient's own clinician
  std::vector<Page> pages;
  ExhibitText exhibit;                    // empty when the card has none
  ReadingLoad reading;                    // of the front: topic, title and lead
  std::string wall = {};                  // the lead in fewer words, for a wall; empty: the lead itself
  ReadingLoad wall_reading = {};          // of the front with these words
  std::string emergency = {};             // of an urgent card, the number to call; empty: none
  std::optional<Approval> approval = {};  // none: nobody has signed, or something has changed since
  Date review_by = {};        // the last day of who signed it, in whatever state it was then; not ok(): nobody has
  std::string language = {};  // BCP 47, of a text in another language than its place says; see show_first_language
  friend bool operator==(const CardText&, const CardText&) = default;
};

// When a card may be in the loop (dayparting). Empty members set no limit. Bounds in civil time.
struct When {
  std::optional<Date> from, until;                  // both days included, whatever the hours
  std::bitset<7> days = std::bitset<7>(0b1111111);  // on which the hours begin; bit 0 is Sunday
  struct Hours {
    MinuteOfDay from, until;  // from included, until not; until <= from runs past midnight
    friend bool operator==(const Hours&, const Hours&) = default;
  };
  std::optional<Hours> hours;
  std::bitset<12> months = std::bitset<12>().set();  // of the calendar, whatever the hours; bit 0 is January
  std::vector<DaySpan> except = {};                  // of the calendar, too: not on these days
  friend bool operator==(const When&, const When&) = default;
};

struct Card {
  std::string id;
  std::vector<std::string> claims;   // ids of rows of the pack's ledger
  std::string picture;               // absolute path of the picture file; empty: none
  Ground ground = Ground::none;      // the colour behind the picture
  bool is_sequence = false;          // the picture tells one thing after the other, from left to right
  bool stands = false;               // what the picture shows ends at the lower edge of its board: it is put on an edge
  std::optional<Board> board = {};   // none: not known
  bool has_contrast_colors = false;  // the picture's file has colours of its own for high contrast
  std::optional<PictureMotion> motion = {};  // of the picture when the card has arrived; none: it is still
  bool is_urgent = false;                    // its lead says what to do at once, and is shown whole
  // What stays of the picture where it is cropped; none: it never is.
  std::optional<PictureView> focus = {};
  bool on_kiosk = true;
  bool on_wall = true;
  std::optional<std::chrono::seconds> dwell;  // replaces the reading time
  std::string link;                           // shown as a QR code, encoded; empty: none
  When when;
  Date review_by{};  // the last day on which the card may be shown; not ok(): the pack's, see last_day
  Exhibit exhibit;
  std::vector<CardText> text;  // one for each of Pack::languages, in its order; empty where the card has no words
  friend bool operator==(const Card&, const Card&) = default;

  bool shown_on(Role role) const { return role == Role::kiosk ? on_kiosk : on_wall; }
  // False: the card is not shown in that language of the pack. Requires: language < text.size().
  bool has_text(std::size_t language) const { return !text[language].title.empty(); }
};

}  // namespace anteroom
