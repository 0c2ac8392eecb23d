using MagHopfield.BoardClient.Links;

namespace MagHopfield.BoardClient.Tests;

public sealed class BoardAddressTests
{
    [Theory]
    [InlineData("virtual", BoardAddressKind.Virtual, "", 0)]
    [InlineData("virtual:niu2024", BoardAddressKind.Virtual, "niu2024", 0)]
    [InlineData("virtual:films/my:film.toml", BoardAddressKind.Virtual, "films/my:film.toml", 0)]
    [InlineData("serial:/dev/ttyUSB0", BoardAddressKind.Serial, "/dev/ttyUSB0", 115200)]
    [InlineData("serial:/dev/ttyUSB0@921600", BoardAddressKind.Serial, "/dev/ttyUSB0", 921600)]
    [InlineData("SERIAL:COM3", BoardAddressKind.Serial, "COM3", 115200)]
    [InlineData("tcp:127.0.0.1:5025", BoardAddressKind.Tcp, "127.0.0.1", 5025)]
    [InlineData("tcp:lab-pc", BoardAddressKind.Tcp, "lab-pc", 5025)]
    [InlineData("tcp:[::1]:6000", BoardAddressKind.Tcp, "::1", 6000)]
    [InlineData("tcp:[::1]", BoardAddressKind.Tcp, "::1", 5025)]
    [InlineData("replay:session.tsv", BoardAddressKind.Replay, "session.tsv", 0)]
    public void An_address_is_read_and_its_text_means_the_same(string text, BoardAddressKind kind, string target, int number)
    {
        BoardAddress address = BoardAddress.Parse(text);
        Assert.Equal((kind, target, number), (address.Kind, address.Target, address.Number));
        Assert.Equal(address, BoardAddress.Parse(address.ToString()));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("usb:1", "'usb' is no way")]
    [InlineData("/dev/ttyUSB0", "no way to a board")]
    [InlineData("virtual:", "no film follows")]
    [InlineData("serial:", "no device follows")]
    [InlineData("serial:@9600", "no device follows")]
    [InlineData("serial:/dev/ttyUSB0@fast", "bit rate is 'fast'")]
    [InlineData("serial:/dev/ttyUSB0@10", "from 300 to 4000000")]
    [InlineData("tcp:", "no host follows")]
    [InlineData("tcp::5025", "no host follows")]
    [InlineData("tcp:host:", "port is ''")]
    [InlineData("tcp:host:70000", "from 1 to 65535")]
    [InlineData("tcp:host:-1", "port is '-1'")]
    [InlineData("tcp:[::1", "not closed")]
    [InlineData("tcp:[::1]5025", "write a colon")]
    [InlineData("replay:", "no file follows")]
    public void A_bad_address_is_refused_with_what_is_wrong_and_what_there_is(string text, string what)
    {
        string message = Assert.Throws<ArgumentException>(() => BoardAddress.Parse(text)).Message;
        Assert.Contains(what, message);
        Assert.Contains("an address is virtual", message);
        Assert.DoesNotContain('\n', message);
    }
}
