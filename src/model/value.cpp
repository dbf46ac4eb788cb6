#include "model/value.h"

#include <algorithm>
#include <utility>

namespace rutter {

Value Value::names(const std::vector<std::string>& v) {
  Value out;
  for (const auto& n : v) out.items.emplace_back(n, Form::Name);
  return out;
}

const Value* Value::find(std::string_view k) const {
  const auto it = std::find_if(items.begin(), items.end(), [&](const Value& v) { return v.key == k; });
  return it == items.end() ? nullptr : &*it;
}
Value* Value::find(std::string_view k) {
  return const_cast<Value*>(std::as_const(*this).find(k));
}

void Value::put(Value item) {
  if (Value* old = find(item.key)) {
    *old = std::move(item);
  } else {
    items.push_back(std::move(item));
  }
}

bool Value::erase(std::string_view k) {
  return std::erase_if(items, [&](const Value& v) { return v.key == k; }) > 0;
}

std::string Value::dump() const {
  std::string out = key.empty() ? "" : key + "=";
  out += text;
  if (items.empty()) return out;
  out += '[';
  for (std::size_t i = 0; i < items.size(); ++i) out += (i ? ", " : "") + items[i].dump();
  return out + ']';
}

bool same(const Value& a, const Value& b) {
  return a.text == b.text && a.form == b.form && a.key == b.key && a.items.size() == b.items.size() &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), same);
}

}  // namespace rutter
