"""Addresses: which hosts are public, which addresses are fetched."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.errors import ArticleError
from newstemma.ingest.web.addresses import checked, identifier, is_address, is_public

# The special-purpose registries of IANA, as far as their addresses are not globally reachable; multicast; tunnels.
HIDDEN = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
    "192.0.2.0/24",
    "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    "255.255.255.255/32", "::/128", "::1/128", "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32",
    "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
]  # fmt: skip


def numbers_in(network: IPv4Network | IPv6Network) -> st.SearchStrategy[str]:
    number = IPv4Address if network.version == 4 else IPv6Address
    low, high = int(network.network_address), int(network.broadcast_address)
    return st.integers(low, high).map(lambda value: str(number(value)))


hidden = st.sampled_from(HIDDEN).map(ip_network).flatmap(numbers_in)
hidden_4 = st.sampled_from([each for each in HIDDEN if ":" not in each]).map(ip_network).flatmap(numbers_in)


@given(hidden)
def test_no_address_of_a_special_range_is_public(number: str) -> None:
    assert not is_public(number)


@given(hidden_4, st.sampled_from(["::ffff:0:0", "64:ff9b::", "::"]))
def test_nor_is_one_that_carries_it(number: str, carrier: str) -> None:
    carried = IPv6Address(int(IPv6Address(carrier)) + int(IPv4Address(number)))
    assert not is_public(str(carried))


@given(st.ip_addresses(v=6).map(str) | st.ip_addresses(v=4).map(str))
def test_what_is_public_is_global_unicast(number: str) -> None:
    if is_public(number):
        ip = IPv6Address(number) if ":" in number else IPv4Address(number)
        assert not (ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_multicast or ip.is_unspecified)


@pytest.mark.parametrize(
    "number", ["8.8.8.8", "93.184.215.14", "2606:2800:21f::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_hosts_of_the_internet_are_public(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "number", ["", "localhost", "8.8.8", "0x7f.1", "fe80::1%eth0", "2606:2800:21f::1%1", "8.8.8.8/8"]
)
def test_what_is_no_plain_address_is_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("HTTP://Gull.Example", "http://gull.example"),
        ("https://gull.example:443/1", "https://gull.example/1"),
        ("https://måsen.example/is på sjön", "https://xn--msen-qoa.example/is%20p%C3%A5%20sj%C3%B6n"),
        ("https://gull.example/1?a=b&c#top", "https://gull.example/1?a=b&c"),
    ],
)
def test_addresses_have_one_form(written: str, normal: str) -> None:
    assert str(checked(written)) == normal


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("file:///etc/passwd", "kind 'file'"),
        ("data://text,rain", "kind 'data'"),
        ("https:///1", "without a host"),
        ("https://user@gull.example/", "name and password"),
        ("https://gull.example:22/", "port 22"),
        ("https://gull.example:x/", "broken address"),
        ("https://gull.example:99999/", "no port 99999"),
        ("https://gull.example/\x00", "broken address"),
        ("https://" + "a" * 70_000, "broken address"),
    ],
)
def test_what_is_not_fetched_says_why(written: str, told: str) -> None:
    with pytest.raises(ArticleError, match=told):
        checked(written)


@given(st.text())
def test_any_text_is_an_address_or_an_error(written: str) -> None:
    for each in (written, f"https://{written}", f"https://gull.example/{written}"):
        try:
            assert identifier(checked(each)).isprintable()
        except ArticleError as error:
            assert error.stage == "ingest"


def test_files_are_no_addresses() -> None:
    assert not any(map(is_address, ("-", "a.txt", "in/a.txt", "c:/a.txt", "C://a.txt", "a b://c")))
