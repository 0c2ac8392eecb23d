using System.Diagnostics;
using System.Text;
using MagHopfield.Instrument.Board;

namespace MagHopfield.Firmware.Tests;

/// <summary>The whole head on the virtual board, as it starts, works and fails.</summary>
[Collection("head")]
public class HeadTests
{
    [Fact]
    public void Switches_are_opened_before_any_other_chip_gets_a_frame()
    {
        using Esp32 device = new();

        // As a restart in the middle of a measurement leaves them.
        device.Board.Hardware.NodeSwitches[2].Write([0x01, 0x15]);
        device.Board.Hardware.PulseSwitches[0].Write([0x01, 0x0F]);
        bool isOpen = false;
        device.BeforeFrame = chip =>
        {
            if (!chip.Contains("SW", StringComparison.Ordinal) && !isOpen)
            {
                Assert.All([.. device.Board.NodeSwitches, .. device.Board.PulseSwitches], s => Assert.False(s.AnyClosed));
                isOpen = true;
            }
        };
        using Running head = new(device);
        Assert.Contains("MagHopfield", head.Ask("*IDN?"));
        Assert.True(isOpen);
        Assert.StartsWith("PSW1", device.Frames[0]);
    }

    [Fact]
    public void An_exception_opens_all_switches_is_told_and_leaves_the_rest_to_the_watchdog()
    {
        using Esp32 device = new();
        using Running head = new(device);
        Assert.Equal("1", head.Ask("DIAG:READ?"));
        device.Board.Hardware.NodeSwitches[1].Write([0x01, 0x05, Crc(0x01, 0x05)]);
        Assert.True(device.Board.NodeSwitches[1].AnyClosed);

        // The pin of a button is taken away: no chip, no client, the firmware itself fails.
        device.Fails = new InvalidOperationException("A pin is gone.");
        head.Await(() => device.Said.Contains("restarts", StringComparison.Ordinal));
        Assert.Contains("A pin is gone. All switches are open", device.Said);
        Assert.All(device.Board.NodeSwitches, s => Assert.False(s.AnyClosed));
        Assert.True(head.HasEnded);
    }

    [Fact]
    public void A_silent_instrument_is_restarted_by_the_watchdog_and_a_fed_one_is_not()
    {
        using Esp32 device = new();
        Watchdog watchdog = new();
        watchdog.Feed();
        device.Clock.Advance(9_000_000_000);
        System.Threading.Thread.Sleep(1500);
        Assert.Equal(0, device.Reboots);
        device.Clock.Advance(2_000_000_000);
        Stopwatch time = Stopwatch.StartNew();
        while (device.Reboots == 0 && time.Elapsed < Running.Patience)
            System.Threading.Thread.Sleep(50);

        Assert.InRange(device.Reboots, 1, 5);
        GC.KeepAlive(watchdog);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_frame_of_512_bytes_and_a_message_behind_it_come_through_at_once_announced_or_not(bool isAnnounced)
    {
        using Esp32 device = new();
        using Running head = new(device);
        head.Await(() => device.Port != null);

        // A message of 512 bytes of blanks in one burst, as the ring must hold it where the collector stops the reader.
        device.Port!.Arrive(Encoding.ASCII.GetBytes(new string(' ', 505) + "*CLS;*IDN?\n"), isAnnounced);
        head.Await(() => device.Port.Sent.Contains("MagHopfield", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_demo_says_goes_to_the_console_in_a_release_too()
    {
        using Esp32 device = new();
        using Running head = new(device);
        Assert.Equal("1", head.Ask("DIAG:READ?"));
        head.Press(BoardPins.ButtonPattern);
        head.Await(() => device.Said.Contains("PATTERN 1", StringComparison.Ordinal));
        Assert.Contains("FILM", device.Said);
    }

    [Fact]
    public void A_training_by_the_wire_keeps_the_switches_still_while_the_gate_is_on()
    {
        using Esp32 device = new();
        using Running head = new(device);
        Assert.Equal("1", head.Ask("PULS:AMPL 0.2;WIDT 5 MS;:TRA \"+ - + -\";*OPC?"));
        Assert.Equal(0, device.SwitchFramesInPulse);
        Assert.Equal("0,\"No error\"", head.Ask("SYST:ERR?"));
    }

    [Fact]
    public void A_memory_that_does_not_answer_is_a_finding_of_the_self_test()
    {
        using Esp32 device = new();
        using Running head = new(device);
        Assert.Equal("0", head.Ask("*TST?"));
        device.IsMemoryDead = true;
        Assert.Equal("1", head.Ask("*TST?"));
        Assert.Contains("MB85RS256", head.Ask("DIAG:FIND? 1"));
    }

    [Fact]
    public void The_memory_is_used_by_the_instrument_s_thread_only()
    {
        using Esp32 device = new();
        HashSet<int> threads = [];
        device.BeforeFrame = chip =>
        {
            lock (threads)
                threads.Add(Environment.CurrentManagedThreadId);
        };
        using Running head = new(device);
        Assert.Equal("1", head.Ask("MEM:SAVE;*OPC?"));
        Assert.Equal("3.00003051757813", head.Ask("PULS:AMPL 3;:MEM:SAVE;*WAI;:PULS:AMPL 4;:MEM:LOAD;:PULS:AMPL?"));
        Assert.Equal("0,0", head.Ask("MEM:CLE;STAT?"));
        Assert.Single(threads);
    }

    private static byte Crc(params byte[] bytes)
    {
        byte crc = 0;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int i = 0; i < 8; i++)
                crc = (byte)((crc & 0x80) != 0 ? (crc << 1) ^ 7 : crc << 1);
        }

        return crc;
    }
}
