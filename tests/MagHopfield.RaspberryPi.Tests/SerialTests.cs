using System.Text;
using MagHopfield.BoardServer.Serving;
using MagHopfield.Hardware.Dummy;
using MagHopfield.RaspberryPi.Serving;
using MagHopfield.Toml;

namespace MagHopfield.RaspberryPi.Tests;

public sealed class SerialTests
{
    [Fact]
    public void A_client_on_the_serial_port_is_answered_has_the_seat_and_leaves_it_by_silence()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pseudo-terminals stand for the serial line.");
        using HeadFixture head = new(DummyFilm.Nominal);
        using PseudoTerminal line = new();
        using SerialBoardServer server = new(head.Head, line.DeviceName, patience: TimeSpan.FromSeconds(2));
        Assert.StartsWith("MagHopfield,Raspberry Pi 4,", Ask(line, "*IDN?"));
        Assert.Equal("4", Ask(line, "SYST:NOD?"));
        Assert.False(head.Head.Seat.TryTake("tcp", () => { }, out string occupant));
        Assert.Equal(line.DeviceName, occupant);

        // An event mask of the session is still there after the silence.
        line.Write(Encoding.ASCII.GetBytes("*ESE 60\n"), 0, 8);
        Assert.True(SpinWait.SpinUntil(() => head.Head.Seat.TryTake("tcp", () => { }, out _), TimeSpan.FromSeconds(30)));
        Assert.StartsWith("MagHopfield: busy, tcp is connected; one client at a time, try again when it has left", Ask(line, "*ESE?"));
        head.Head.Seat.Leave();
        Assert.Equal("60", Ask(line, "*ESE?"));
    }

    [Fact]
    public void A_port_that_is_not_there_is_named_with_how_to_mend_it()
    {
        using HeadFixture head = new(DummyFilm.Nominal);
        IOException e = Assert.Throws<IOException>(() => new SerialBoardServer(head.Head, "/dev/ttyNONE"));
        Assert.StartsWith("serial port '/dev/ttyNONE' cannot be opened", e.Message);
        Assert.Contains("dialout", e.Message);
    }

    private static string Ask(PseudoTerminal line, string question)
    {
        byte[] said = Encoding.ASCII.GetBytes(question + "\n");
        line.Write(said, 0, said.Length);
        StringBuilder answer = new();
        byte[] buffer = new byte[256];
        long end = Environment.TickCount64 + 10_000;
        while (Environment.TickCount64 < end && (answer.Length == 0 || answer[^1] != '\n'))
            answer.Append(Encoding.ASCII.GetString(buffer, 0, line.Read(buffer, 50, out _)));

        return answer.ToString().TrimEnd('\r', '\n');
    }
}
