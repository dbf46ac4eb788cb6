// The order of a plan's actions: what has to be, or had better be, before what. See plan/order.h for how it is found.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "plan/order.h"
#include "plan/planning.h"

namespace rutter {

class Ordering {
 public:
  // All actions of the planning; it outlives this.
  explicit Ordering(const Planning& planning);

  // `nodes()[i].group` then says whose statement action i is part of.
  Order find();
  const std::vector<OrderNode>& nodes() const { return nodes_; }

 private:
  using ByObject = std::unordered_map<const Object*, int>;

  const Planning& p_;
  const std::vector<Action>& actions_;
  std::vector<OrderNode> nodes_;
  std::vector<Edge> edges_;
  ByObject created_;                                             // a rebuilt one too, by the after object
  ByObject dropped_;                                             // by the before object
  ByObject renamed_;                                             // by the after object
  std::unordered_map<const Object*, std::vector<int>> altered_;  // by the after object
  std::map<std::string, int> freed_;                             // who leaves a name free
  std::unordered_map<const Object*, std::vector<int>>
      left_;  // who leaves a partitioned table, by that of the after side
  std::vector<int> extensions_;

  const Action& action(int n) const { return actions_[static_cast<std::size_t>(n)]; }
  const std::vector<int>& alterations(const Object* after) const;
  void edge(int from, int to, Hold hold = Hold::Hard);
  void before_if(const ByObject& map, const Object* key, int n, Hold hold = Hold::Hard);
  void alterations_before(const Object* after, int n, Hold hold = Hold::Hard);
  // An engine that looks names up late needs only what the object is a part of; the rest is good manners.
  Hold wish(const Object& user, const Object& needed) const;
  void after_needed(int n, const Object* needed, Hold hold);
  void after_free_name(int n, const Object& o);

  void index();
  void free_names();
  void extensions_go_last();
  void make_way();
  void describe(int n);
  bool mentions(const Object& user, const Action& alteration, const Object& object) const;
  void drop(int n);
  void rename(int n);
  // Create, Replace, Rebuild, Alter: after what the new state needs.
  void make(int n);
  void with_fields(const Action& action, Needs& wanted) const;
  void leave(int n);
  void after_free_room(int n);
  void after_overloads(int n, const Needs& wanted);
  void behind_previous_column(int n);
  void behind_character_set(int n);
  void parts_of_rebuild(int n);
  void create(int n);
  void join_owner(int n);
  void before_attaching(int n);
  void after_parents(int n);
  void late(int n);
  void with_references(int n);
  void after_old_users(int n);
  void among_fields(int n);
};

}  // namespace rutter
