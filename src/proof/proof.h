// All that a pack shows, as a document for the person who signs it.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "checks/check_pack.h"
#include "content/pack_files.h"
#include "document/document.h"
#include "model/content.h"
#include "paint/face_table.h"
#include "proof/changes.h"

namespace anteroom::proof {

// One kind of screen on which the cards are shown.
struct Shown {
  std::string name;  // "touchscreen", "wall"
  const Content& content;
  const paint::FaceTable& faces;
};

struct Request {
  const content::PackFiles& files;  // read with their sources
  const content::PackFolder& folder;
  const review::Facts& facts;
  const std::vector<checks::Readability>& readability;
  std::vector<Shown> screens;
  std::set<std::string> cards = {}, languages = {};  // ids, tags; empty: all
  // Only the cards and languages that are not as they were signed in it, with what has changed marked.
  std::optional<Since> since = {};
  std::vector<std::pair<std::string, std::string>> about = {};  // for the first page
  std::string footer = {}, created = {};
  Date today{};
};

struct Proof {
  document::Document document;
  int texts = 0;                         // cards, each in a language
  int screens = 0;                       // pictures of screens
  std::vector<std::string> faults = {};  // of pictures, each once
};

// `progress`: told what is drawn now and how much of all is done, 0 to 1.
Proof proof_of(const Request& request, const std::function<void(const std::string&, double)>& progress);

}  // namespace anteroom::proof
