using System.Device.Gpio;
using System.IO.Ports;
using MagHopfield.Devices;
using MagHopfield.Instrument.Board;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Circuit;
using MagHopfield.VirtualBoard.Parts;
using MagHopfield.VirtualBoard.Spi;

namespace MagHopfield.Firmware.Tests;

/// <summary>An ESP32 on the virtual board: what the stand-ins of nanoFramework's libraries reach.</summary>
internal sealed class Esp32 : IDisposable
{
    private readonly Dictionary<int, VirtualSpiDevice> _selects = [];
    private readonly StringWriter _console = new();
    private readonly TextWriter _oldConsole;
    private long _gateUntil;

    public Esp32(BoardParameters? parameters = null, IMagneticDevice? film = null)
    {
        Board = new(film ?? Film(), parameters ?? new BoardParameters());
        Clock = Board.Clock;
        Pins = Board.Gpio;
        VirtualSpiDevice[] chips = [.. Board.SpiDevices];
        _selects.Add(BoardPins.AdcSelect, chips[0]);
        _selects.Add(BoardPins.DacSelect(0), chips[1]);
        for (int k = 0; k < 4; k++)
            _selects.Add(BoardPins.NodeSwitchSelect(k), chips[2 + k]);

        _selects.Add(BoardPins.PulseSwitchSelect(0), chips[6]);
        _selects.Add(BoardPins.MemorySelect, chips[7]);
        _oldConsole = Console.Out;
        Console.SetOut(_console);
        Current = this;
    }

    public static Esp32 Current { get; private set; } = null!;

    public MagHopfield.VirtualBoard.BoardModel Board { get; }

    public VirtualClock Clock { get; }

    public VirtualGpio Pins { get; }

    public SerialPort? Port { get; set; }

    /// <summary>Vref of this ESP32's ADC in volts.</summary>
    public double AdcReference { get; set; } = 1.1;

    /// <summary>+6.5 V rail as the ESP32's divider sees it.</summary>
    public double SupplyPinVolts => Board.Parameters.Analog.PositiveRail * 56 / 156;

    /// <summary>Highest terminal less a diode, over 22 kΩ and 10 kΩ.</summary>
    public double PulsePinVolts
    {
        get
        {
            double highest = IsGateOn || StuckPulse ? PulseVolts : 0;
            return Math.Max(0, highest - 0.68) * 10 / 32;
        }
    }

    /// <summary>Voltage of the pulse at the terminals in volts.</summary>
    public double PulseVolts { get; set; } = 5;

    /// <summary>The drivers stay on after a pulse.</summary>
    public bool StuckPulse { get; set; }

    public bool IsGateOn => Clock.Nanoseconds < _gateUntil;

    /// <summary>Pulses of PULSE_EN so far.</summary>
    public int GatePulses { get; private set; }

    public int Reboots { get; set; }

    public int LedItems { get; set; }

    /// <summary>Frames of both buses in their order, as names of chip selects.</summary>
    public List<string> Frames { get; } = [];

    /// <summary>Called before each frame with the name of the chip select.</summary>
    public Action<string>? BeforeFrame { get; set; }

    /// <summary>Thrown by the next look at the time: a failure of the firmware itself.</summary>
    public Exception? Fails { get; set; }

    /// <summary>Ends the head, wherever it is.</summary>
    public bool IsOver { get; set; }

    /// <summary>The FRAM answers as an open line.</summary>
    public bool IsMemoryDead { get; set; }

    /// <summary>Frames to switch chips while PULSE_EN was high.</summary>
    public int SwitchFramesInPulse { get; private set; }

    public string Said
    {
        get
        {
            lock (_console)
                return _console.ToString();
        }
    }

    /// <summary>Throws once what a test has prepared, on the head's own thread only.</summary>
    public void Throw()
    {
        if (IsOver && System.Threading.Thread.CurrentThread == HeadThread)
            throw new InvalidOperationException("The test has ended.");

        if (Fails != null && System.Threading.Thread.CurrentThread == HeadThread)
        {
            Exception failure = Fails;
            Fails = null;
            throw failure;
        }
    }

    /// <summary>Thread of the head.</summary>
    public System.Threading.Thread? HeadThread { get; set; }

    public void Transmit(int pin, long nanoseconds)
    {
        if (pin == BoardPins.PulseEnable)
        {
            GatePulses++;
            _gateUntil = Clock.Nanoseconds + nanoseconds;
        }
    }

    public void Frame(int bus, byte[] send, byte[] receive)
    {
        KeyValuePair<int, VirtualSpiDevice>[] selected = [.. _selects.Where(s => Pins.Level(s.Key) == PinValue.Low)];
        if (selected.Length == 0)
        {
            // Opening a bus sends two bytes to nobody.
            return;
        }

        VirtualSpiDevice chip = Assert.Single(selected).Value;
        Assert.Equal(chip.ConnectionSettings.BusId, bus);
        Frames.Add(chip.ChipName);
        if (IsGateOn && chip.ChipName.Contains("SW", StringComparison.Ordinal))
            SwitchFramesInPulse++;

        BeforeFrame?.Invoke(chip.ChipName);
        if (IsMemoryDead && chip.ChipName == "MEM")
        {
            Array.Fill(receive, (byte)0xFF);
            return;
        }

        chip.TransferFullDuplex(send, receive);
    }

    public void Dispose()
    {
        Console.SetOut(_oldConsole);
        Board.Dispose();
    }

    private static FixedConductors Film() => new(
        ConductanceMatrix.FromPairs(4, [-0.066, -0.066, -0.046, -0.041, -0.065, -0.066]),
        ConductanceMatrix.FromPairs(4, [.. Enumerable.Repeat(-0.0005, 6)]));
}
