// What a dialect's data cannot say: recipes, named by the data ("recipe": "enum_values").
#pragma once

#include <string_view>
#include <vector>

#include "plan/planning.h"

namespace rutter {

struct Recipe {
  std::string_view name;
  // How the change of that field is made.
  Way (*decide)(Planning&, const Object& before, const Object& after, const Field&);
  // The statements of an Alter that was decided as InPlace. nullptr: the field's own entries are used.
  void (*emit)(const Planning&, const Action&, std::vector<Step>& out);
};

// nullptr: no recipe of that name.
const Recipe* find_recipe(std::string_view name);

}  // namespace rutter
