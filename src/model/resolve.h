// From names to objects.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/schema.h"

namespace rutter {

// The objects that a reference in one of `from`'s values can mean: none where the schema does not have it
// (the engine's own, an extension's), several for a routine named without its arguments. An unqualified
// column belongs to `from`'s relation.
std::vector<const Object*> resolve(const Schema& schema, const Object& from, const Reference& reference,
                                   const std::vector<std::string>* path);

// What an object needs to exist, taken from the references and the column names in its fields.
struct Needs {
  std::vector<const Object*> hard;
  std::vector<const Object*> soft;  // wished for in the order of things
  bool outside = false;             // mentions names that the schema does not have
};
// With `only`, of that one field; those of the fields named in `without` are left out.
Needs needs(const Schema& schema, const Object& object, const Field* only = nullptr,
            std::span<const std::string> without = {});

}  // namespace rutter
