"""The network in torch: the MiniLM encoder, features of the word's shape added, and a head for each thing it learns."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from newstemma.encoder.pieces import FEATURES
from newstemma.encoder.tags import NAME_TYPES, ROLES

__all__ = ["HEADS", "LAYERS", "LINK_WIDTH", "MIDDLE", "WIDTH", "Meaning", "Network", "RoleChain"]

LAYERS, WIDTH, HEADS, INNER, LINK_WIDTH = 6, 384, 12, 1536, 128
MEANING_INNER = 512
EPSILON = 1e-12
MIDDLE = 3  # the layer whose states the vectors hang on beside the last
ROLE_TAGS, NAME_TAGS = 1 + 2 * len(ROLES), 1 + 2 * len(NAME_TYPES)
GRAMMAR = 64  # at most as many parts of speech and as many relations; only learned beside, never shipped
IMPOSSIBLE = -1e4
DROPOUT = 0.1  # after each block and on the embeddings; none on attention, which would leave torch's fast path


class Layer(nn.Module):
    """One layer of BERT, normalised after each sum."""

    def __init__(self) -> None:
        super().__init__()
        self.mix = nn.Linear(WIDTH, 3 * WIDTH)
        self.join = nn.Linear(WIDTH, WIDTH)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.first_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.second_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, states: Tensor, visible: Tensor) -> Tensor:
        """Return the states after this layer; `visible` is added to the scores of attention."""
        rows, length, _ = states.shape
        query, key, value = self.mix(states).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=visible)
        mixed = mixed.transpose(1, 2).reshape(rows, length, WIDTH)
        states = self.first_norm(states + self.drop(self.join(mixed)))
        inner = functional.gelu(self.widen(states))
        return self.second_norm(states + self.drop(self.narrow(inner)))


class Meaning(nn.Module):
    """From the means of a text's middle and last states to the base model's vector of it."""

    def __init__(self) -> None:
        super().__init__()
        self.straight = nn.Linear(2 * WIDTH, WIDTH)
        self.inner = nn.Linear(2 * WIDTH, MEANING_INNER)
        self.outer = nn.Linear(MEANING_INNER, WIDTH)
        with torch.no_grad():  # begins as the base model's own vector: the mean of the last states
            self.straight.weight.copy_(torch.cat([torch.zeros(WIDTH, WIDTH), torch.eye(WIDTH)], 1))
        for zero in (self.straight.bias, self.outer.weight, self.outer.bias):
            nn.init.zeros_(zero)

    def forward(self, means: Tensor) -> Tensor:
        """Return the vectors, of any length."""
        return self.straight(means) + self.outer(functional.gelu(self.inner(means)))


class Network(nn.Module):
    """Word pieces with their features to tags, links and vectors."""

    width = WIDTH

    def __init__(self) -> None:
        super().__init__()
        self.vocabulary = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.features = nn.Embedding(FEATURES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.roles = nn.Linear(WIDTH, ROLE_TAGS)
        self.names = nn.Linear(WIDTH, NAME_TAGS)
        self.link_from = nn.Linear(WIDTH, LINK_WIDTH)
        self.link_to = nn.Linear(WIDTH, LINK_WIDTH)
        self.meaning = Meaning()
        self.parts = nn.Linear(WIDTH, GRAMMAR)
        self.relations = nn.Linear(WIDTH, GRAMMAR)
        self.head_from = nn.Linear(WIDTH, LINK_WIDTH)
        self.head_to = nn.Linear(WIDTH, LINK_WIDTH)
        self.drop = nn.Dropout(DROPOUT)
        nn.init.zeros_(self.features.weight)

    def load_base(self, weights: Path) -> None:
        """Take the weights of all-MiniLM-L6-v2, as its `model.safetensors` has them."""
        held = load_file(weights)
        state = self.state_dict()

        def take(name: str, value: Tensor) -> None:
            state[name].copy_(value)

        take("vocabulary.weight", held["embeddings.word_embeddings.weight"])
        kind = held["embeddings.token_type_embeddings.weight"][0]
        take("places.weight", held["embeddings.position_embeddings.weight"] + kind)
        for end in ("weight", "bias"):
            take(f"norm.{end}", held[f"embeddings.LayerNorm.{end}"])
            for number in range(LAYERS):
                old, new = f"encoder.layer.{number}.", f"layers.{number}."
                three = [held[f"{old}attention.self.{name}.{end}"] for name in ("query", "key", "value")]
                take(f"{new}mix.{end}", torch.cat(three))
                take(f"{new}join.{end}", held[f"{old}attention.output.dense.{end}"])
                take(f"{new}first_norm.{end}", held[f"{old}attention.output.LayerNorm.{end}"])
                take(f"{new}widen.{end}", held[f"{old}intermediate.dense.{end}"])
                take(f"{new}narrow.{end}", held[f"{old}output.dense.{end}"])
                take(f"{new}second_norm.{end}", held[f"{old}output.LayerNorm.{end}"])

    def states(self, ids: Tensor, features: Tensor | None, mask: Tensor) -> Tensor:
        """Return the last states; without `features` exactly those of the base model."""
        return self.middle_and_last(ids, features, mask)[1]

    def middle_and_last(self, ids: Tensor, features: Tensor | None, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return the states after the middle layer and after the last."""
        summed = self.vocabulary(ids) + self.places.weight[: ids.shape[1]]
        if features is not None:
            summed = summed + self.features(features)
        states = self.drop(self.norm(summed))
        visible = torch.zeros(mask.shape, dtype=states.dtype).masked_fill(mask == 0, IMPOSSIBLE)[:, None, None, :]
        visible = visible.expand(-1, 1, ids.shape[1], -1)
        middle = states
        for number, layer in enumerate(self.layers, start=1):
            states = layer(states, visible)
            middle = states if number == MIDDLE else middle
        return middle, states


class RoleChain(nn.Module):
    """A linear-chain conditional random field over the tags of so many roles (Lafferty, McCallum and Pereira 2001)."""

    def __init__(self, roles: int = len(ROLES)) -> None:
        super().__init__()
        tags = 1 + 2 * roles
        self.steps = nn.Parameter(torch.zeros(tags, tags))
        forbidden = torch.zeros(tags, tags)
        for role in range(roles):
            for before in range(tags):
                if before not in (1 + 2 * role, 2 + 2 * role):
                    forbidden[before, 2 + 2 * role] = IMPOSSIBLE
        self.register_buffer("forbidden", forbidden)

    def transitions(self) -> Tensor:
        """Return the scores of a tag (row) followed by a tag (column)."""
        return self.steps + self.forbidden

    def loss(self, scores: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Return the mean negative log-likelihood of a word's tag; `scores` [row, word, tag], real words first."""
        steps = self.transitions()
        kept = mask.float()
        gold = scores.gather(2, tags[:, :, None]).squeeze(2)
        gold = (gold * kept).sum(1) + (steps[tags[:, :-1], tags[:, 1:]] * kept[:, 1:]).sum(1)
        total = scores[:, 0]
        for word in range(1, scores.shape[1]):
            following = torch.logsumexp(total[:, :, None] + steps, 1) + scores[:, word]
            total = torch.where(mask[:, word, None], following, total)
        return (torch.logsumexp(total, 1) - gold).sum() / kept.sum()
