#include "usage/summary.h"

#include <algorithm>
#include <map>

#include "model/time.h"

namespace anteroom::usage {

namespace {

using Rows = std::map<std::string, Row>;

void add(Row& row, Counted counted, std::uint64_t n) {
  row.sums[static_cast<std::size_t>(counted)].n += n;
}

void add(Rows& rows, const std::string& name, Counted counted, std::uint64_t n) {
  Row& row = rows[name];
  row.name = name;
  add(row, counted, n);
}

std::vector<Row> in_order(const Rows& rows) {
  std::vector<Row> all;
  all.reserve(rows.size());
  for (const auto& [name, row] : rows) all.push_back(row);
  return all;
}

using Sums = std::vector<Sum*>;

// True if the small ones of `sums`, which are not told, follow from their total: there is one, or each can only be 1,
// or 9.
bool would_follow(const Sums& sums) {
  std::uint64_t untold = 0, count = 0;
  for (const Sum* sum : sums) {
    if (sum->is_told()) continue;
    untold += sum->n;
    ++count;
  }
  return count > 0 && (count == 1 || untold == count || untold == count * (smallest_told - 1));
}

// The smallest of the others is not told either.
void hold_back(const Sums& sums) {
  Sum* smallest = nullptr;
  for (Sum* sum : sums) {
    if (sum->is_told() && sum->n > 0 && (smallest == nullptr || sum->n < smallest->n)) smallest = sum;
  }
  if (smallest != nullptr) smallest->held_back = true;
}

// The sums of `rows` of what was counted.
Sums sums_of(std::vector<Row>& rows, std::size_t counted) {
  Sums sums;
  sums.reserve(rows.size());
  for (Row& row : rows) sums.push_back(&row.sums.at(counted));
  return sums;
}

// `tables`: the same counts, each time divided in another way. If one of them tells all of its sums, they tell the
// total, and a small sum in another would follow from it. If none does, it is enough not to tell the total.
void hold_back(const std::vector<Sums>& tables, Sum& total) {
  const auto tells_all = [](const Sums& sums) {
    return std::all_of(sums.begin(), sums.end(), [](const Sum* sum) { return sum->is_told(); });
  };
  const bool is_total_known = std::any_of(tables.begin(), tables.end(), tells_all);
  for (const Sums& sums : tables) {
    if (!would_follow(sums)) continue;
    if (is_total_known) hold_back(sums);
    if (!is_total_known) total.held_back = true;
  }
}

// The most opened first. The order does not tell what the sums do not.
void sort_by_openings(std::vector<Row>& rows) {
  const auto rank = [](const Row& row) {
    const Sum sum = row.sum(Counted::opened);
    return sum.is_told() ? sum.n : 1;
  };
  std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return rank(a) > rank(b); });
}

}  // namespace

Summary summary_of(const Counts& counts) {
  Summary summary;
  Rows months, cards, languages;
  for (const auto& [count, n] : counts) {
    const auto day = std::chrono::floor<std::chrono::days>(count.hour);
    summary.first = std::min(summary.first.value_or(day), day);
    summary.last = std::max(summary.last.value_or(day), day);
    constexpr std::size_t of_month = 7;  // "2026-11"
    add(months, in_digits(Date(day)).substr(0, of_month), count.counted, n);
    add(languages, count.language, count.counted, n);
    if (!count.card.empty()) add(cards, count.card, count.counted, n);
    add(summary.all, count.counted, n);
    if (count.counted == Counted::opened) {
      summary.opened_by_hour[static_cast<std::size_t>((count.hour - day).count() % 24)].n += n;
    }
  }
  summary.months = in_order(months);
  summary.cards = in_order(cards);
  summary.languages = in_order(languages);
  for (std::size_t counted = 0; counted < summary.all.sums.size(); ++counted) {
    std::vector<Sums> tables;
    for (std::vector<Row>* rows : {&summary.months, &summary.cards, &summary.languages}) {
      // Sessions are of no card.
      const bool has_it = rows != &summary.cards || counted != static_cast<std::size_t>(Counted::session);
      if (has_it && !rows->empty()) tables.push_back(sums_of(*rows, counted));
    }
    if (counted == static_cast<std::size_t>(Counted::opened)) {
      Sums& by_hour = tables.emplace_back();
      for (Sum& sum : summary.opened_by_hour) by_hour.push_back(&sum);
    }
    hold_back(tables, summary.all.sums.at(counted));
  }
  sort_by_openings(summary.cards);
  sort_by_openings(summary.languages);
  return summary;
}

std::optional<double> ratio(Sum part, Sum whole) {
  if (!part.is_told() || !whole.is_told() || whole.n == 0) return std::nullopt;
  return static_cast<double>(part.n) / static_cast<double>(whole.n);
}

std::optional<double> pages_a_session(const Row& row) {
  return ratio(row.sum(Counted::page), row.sum(Counted::session));
}

std::optional<double> holding_time_s(const Row& row) {
  return ratio(row.sum(Counted::worked_s), row.sum(Counted::worked));
}

std::optional<double> finished_share(const Row& row) {
  return ratio(row.sum(Counted::finished), row.sum(Counted::opened));
}

std::optional<double> opened_share(const Row& row) {
  return ratio(row.sum(Counted::opened), row.sum(Counted::shown));
}

}  // namespace anteroom::usage
