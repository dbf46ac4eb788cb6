#include "plan/order.h"

#include <algorithm>
#include <queue>
#include <tuple>

namespace rutter {
namespace {

using Graph = std::vector<std::vector<int>>;

int head(const std::vector<OrderNode>& nodes, int n) {
  const int group = nodes[static_cast<std::size_t>(n)].group;
  return group < 0 ? n : group;
}

Graph build(const std::vector<OrderNode>& nodes, const std::vector<Edge>& edges,
            const std::vector<bool>& without) {
  Graph out(nodes.size());
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (without[i]) continue;
    const int from = head(nodes, edges[i].from);
    const int to = head(nodes, edges[i].to);
    if (from != to) out[static_cast<std::size_t>(from)].push_back(to);
  }
  for (auto& list : out) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
  return out;
}

// Tarjan's strongly connected components, without recursion. Component numbers; a component of one node is no cycle.
std::vector<int> components(const Graph& graph, int& count) {
  const auto size = graph.size();
  std::vector<int> index(size, -1), low(size, 0), component(size, -1), stack;
  std::vector<bool> on_stack(size, false);
  int next = 0;
  count = 0;
  struct Frame {
    int node;
    std::size_t edge;
  };
  std::vector<Frame> frames;
  for (std::size_t start = 0; start < size; ++start) {
    if (index[start] >= 0) continue;
    frames.push_back({static_cast<int>(start), 0});
    while (!frames.empty()) {
      Frame& f = frames.back();
      const auto n = static_cast<std::size_t>(f.node);
      if (f.edge == 0 && index[n] < 0) {
        index[n] = low[n] = next++;
        stack.push_back(f.node);
        on_stack[n] = true;
      }
      if (f.edge < graph[n].size()) {
        const int to = graph[n][f.edge++];
        const auto t = static_cast<std::size_t>(to);
        if (index[t] < 0) {
          frames.push_back({to, 0});
        } else if (on_stack[t]) {
          low[n] = std::min(low[n], index[t]);
        }
        continue;
      }
      if (low[n] == index[n]) {
        for (;;) {
          const int top = stack.back();
          stack.pop_back();
          on_stack[static_cast<std::size_t>(top)] = false;
          component[static_cast<std::size_t>(top)] = count;
          if (top == f.node) break;
        }
        ++count;
      }
      frames.pop_back();
      if (!frames.empty()) {
        const auto parent = static_cast<std::size_t>(frames.back().node);
        low[parent] = std::min(low[parent], low[n]);
      }
    }
  }
  return component;
}

std::vector<int> sorted(const std::vector<OrderNode>& nodes, const Graph& graph) {
  std::vector<int> waiting(nodes.size(), 0);
  for (const auto& list : graph)
    for (const int to : list) ++waiting[static_cast<std::size_t>(to)];
  const auto later = [&](int a, int b) {
    const OrderNode& x = nodes[static_cast<std::size_t>(a)];
    const OrderNode& y = nodes[static_cast<std::size_t>(b)];
    return std::tie(x.phase, x.rank, x.name, x.detail, a) > std::tie(y.phase, y.rank, y.name, y.detail, b);
  };
  std::priority_queue<int, std::vector<int>, decltype(later)> ready(later);
  for (std::size_t i = 0; i < nodes.size(); ++i)
    if (waiting[i] == 0 && nodes[i].group < 0) ready.push(static_cast<int>(i));
  std::vector<int> out;
  while (!ready.empty()) {
    const int n = ready.top();
    ready.pop();
    out.push_back(n);
    for (const int to : graph[static_cast<std::size_t>(n)])
      if (--waiting[static_cast<std::size_t>(to)] == 0) ready.push(to);
  }
  return out;
}

}  // namespace

Order order(std::vector<OrderNode>& nodes, const std::vector<Edge>& edges) {
  std::vector<bool> without(edges.size(), false);
  bool unheeded = false;
  for (;;) {
    const Graph graph = build(nodes, edges, without);
    int count = 0;
    const std::vector<int> component = components(graph, count);
    std::vector<int> size(static_cast<std::size_t>(count), 0);
    for (std::size_t i = 0; i < nodes.size(); ++i)
      if (nodes[i].group < 0) ++size[static_cast<std::size_t>(component[i])];
    const auto of = [&](int n) { return component[static_cast<std::size_t>(head(nodes, n))]; };
    const auto in_cycle = [&](int n) { return size[static_cast<std::size_t>(of(n))] > 1; };

    bool changed = false;
    const auto give_up = [&](Hold hold) {
      for (std::size_t i = 0; i < edges.size(); ++i) {
        if (without[i] || edges[i].hold != hold || !in_cycle(edges[i].from) ||
            of(edges[i].from) != of(edges[i].to))
          continue;
        without[i] = true;
        changed = true;
      }
    };
    give_up(Hold::Wish);
    if (changed) continue;

    // The members that may leave first, of every cycle.
    int least = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i)
      if (nodes[i].group >= 0 && nodes[i].detach > 0 && in_cycle(static_cast<int>(i)) &&
          (least == 0 || nodes[i].detach < least))
        least = nodes[i].detach;
    for (std::size_t i = 0; least > 0 && i < nodes.size(); ++i) {
      if (nodes[i].group < 0 || nodes[i].detach != least || !in_cycle(static_cast<int>(i))) continue;
      nodes[i].group = -1;
      changed = true;
    }
    if (changed) continue;

    give_up(Hold::Asked);
    unheeded = unheeded || changed;
    if (changed) continue;

    Order out;
    out.unheeded = unheeded;
    for (std::size_t i = 0; i < nodes.size() && out.cycle.empty(); ++i) {
      if (nodes[i].group >= 0 || !in_cycle(static_cast<int>(i))) continue;
      for (std::size_t k = 0; k < nodes.size(); ++k)
        if (nodes[k].group < 0 && component[k] == component[i]) out.cycle.push_back(static_cast<int>(k));
    }
    if (out.cycle.empty()) out.nodes = sorted(nodes, graph);
    return out;
  }
}

}  // namespace rutter
