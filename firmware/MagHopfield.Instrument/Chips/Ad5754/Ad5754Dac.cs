using System;
using MagHopfield.Instrument.Chips.Ad7124;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Spi;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Chips.Ad5754;

/// <summary>
/// Four bipolar 16-bit DAC channels (AD5754R), offset binary, internal 2.5 V reference. The chip has no CRC: every register
/// that matters is read back after it is written.
/// </summary>
/// <remarks>
/// A single wrong bit can turn one command into another, and no later frame would tell: a NOP into CLEAR, a read of a range into the
/// write of one. So the frames that read carry, where the chip does not look, what a write of that register would have to carry, the
/// answer is clocked out by another such read and not by a NOP, and CLEAR carries the range in use. Each of them, one bit wrong, leaves
/// the chip as it is or shows in the next readback.
/// </remarks>
public sealed class Ad5754Dac : IDisposable
{
    /// <summary>Channels of a chip.</summary>
    public const int ChannelCount = 4;

    private const int AllChannels = 4;
    private const int ControlSettings = 1;
    private const int ControlClear = 4;

    // Clamp on overcurrent and shut down when hot; SDO stays on for readback; CLEAR means 0 V.
    private const int SettingsInUse = 0x000C;

    // Four channels and the reference.
    private const int PowerUpAll = 0x001F;
    private const int ThermalShutdown = 0x0020;
    private const int Overcurrent = 0x0780;
    private const int PowerUpMicroseconds = 1000;

    private readonly ISpiLink _spi;
    private readonly IBoardClock _clock;
    private readonly string _chip;
    private readonly byte[] _send = new byte[3];
    private readonly byte[] _receive = new byte[3];
    private readonly int[] _codes = new int[ChannelCount];
    private OutputRange _range = OutputRange.Bipolar5V;

    /// <summary>A chip on an open bus of mode 1; nothing is sent yet. The link is disposed with the driver.</summary>
    /// <param name="spi">Device of this chip select, at a clock that readback stands (1 MHz).</param>
    /// <param name="clock">Time on the board.</param>
    /// <param name="name">Place on the board for error texts, as in "DAC1".</param>
    public Ad5754Dac(ISpiLink spi, IBoardClock clock, string name)
    {
        _spi = spi;
        _clock = clock;
        _chip = "AD5754R " + name;
    }

    /// <summary>
    /// Tests the link on the harmless CONTROL register, sets the range of all channels, their codes to 0 V, and only then powers
    /// them up, so that no output ever leaves 0 V. CLR must be high.
    /// </summary>
    /// <param name="range">Range of all channels.</param>
    /// <exception cref="ChipException">A register did not read back as written.</exception>
    public void Initialise(OutputRange range)
    {
        Transfer(Frame(Register.Control, ControlSettings), SettingsInUse);
        Expect(Register.Control, ControlSettings, SettingsInUse, 0xFFFF);
        Transfer(Frame(Register.Power, 0), 0);
        Expect(Register.Power, 0, 0, PowerUpAll);

        _range = range;
        Transfer(Frame(Register.OutputRange, AllChannels), (int)range);
        for (int channel = 0; channel < ChannelCount; channel++)
            Expect(Register.OutputRange, channel, (int)range, 0x0007);

        Clear();
        Transfer(Frame(Register.Power, 0), PowerUpAll);
        _clock.Wait(PowerUpMicroseconds);
        Expect(Register.Power, 0, PowerUpAll, PowerUpAll);

        // Once more with the outputs powered: a code written to a sleeping channel is not known to survive on every revision.
        Clear();
        CheckAlarms();
    }

    /// <summary>Sets a channel and reads the code back.</summary>
    /// <param name="channel">0 … 3 for A … D.</param>
    /// <param name="volts">Output in volts within the range; the top of the range gives the largest code, one step below it.</param>
    /// <exception cref="ArgumentOutOfRangeException">Channel or voltage outside the range.</exception>
    /// <exception cref="ChipException">The code did not read back as written.</exception>
    public void Write(int channel, double volts)
    {
        CheckChannel(channel);
        int code = ToCode(volts, _range);
        _codes[channel] = code;
        Transfer(Frame(Register.Dac, channel), code);
        Expect(Register.Dac, channel, code, 0xFFFF);
    }

    /// <summary>Code of a channel as the chip holds it, 0 … 65535.</summary>
    /// <param name="channel">0 … 3 for A … D.</param>
    public int ReadCode(int channel)
    {
        CheckChannel(channel);
        return Read(Register.Dac, channel, _codes[channel]);
    }

    /// <summary>Sets all channels to 0 V by the CLEAR command and reads their codes back.</summary>
    /// <exception cref="ChipException">A code is not that of 0 V.</exception>
    public void Clear()
    {
        Transfer(Frame(Register.Control, ControlClear), (int)_range);
        ExpectZeroVolts();
    }

    /// <summary>
    /// Reads back that ranges and power are as <see cref="Initialise"/> left them, that all channels are at 0 V and no alarm is on.
    /// </summary>
    /// <exception cref="ChipException">The chip was reset, is overloaded, or too hot.</exception>
    public void CheckReady()
    {
        Expect(Register.Power, 0, PowerUpAll, PowerUpAll);
        for (int channel = 0; channel < ChannelCount; channel++)
            Expect(Register.OutputRange, channel, (int)_range, 0x0007);

        ExpectZeroVolts();
        CheckAlarms();
    }

    private void ExpectZeroVolts()
    {
        int zero = ToCode(0, _range);
        for (int channel = 0; channel < ChannelCount; channel++)
        {
            _codes[channel] = zero;
            Expect(Register.Dac, channel, zero, 0xFFFF);
        }
    }

    /// <summary>Reads the thermal and overcurrent alarms.</summary>
    /// <exception cref="ChipException">An alarm is on.</exception>
    public void CheckAlarms()
    {
        int power = Read(Register.Power, 0, PowerUpAll);
        if ((power & (ThermalShutdown | Overcurrent)) != 0)
        {
            throw Fault(Register.Power, 0, "no alarm", ChipException.Hex(power, 2), (power & ThermalShutdown) != 0
                ? "the chip is too hot and has shut down"
                : "an output is overloaded: check the pulse drivers' inputs");
        }
    }

    /// <summary>Steps above 0 V that the largest code of a bipolar range gives: there is one more below.</summary>
    public const int MostSteps = 32767;

    /// <summary>Codes in a volt: 65536 over the span of the range.</summary>
    /// <param name="range">Range.</param>
    public static double StepsPerVolt(OutputRange range)
    {
        // Divisor: the narrowest range spans 5 V.
        return 65536.0 / Span(range);
    }

    /// <summary>
    /// Offset-binary code of a voltage, D = (V − V_low)/span × 65536, rounded. The top of the range is one step above the largest
    /// code and gives that code.
    /// </summary>
    /// <param name="volts">Output in volts.</param>
    /// <param name="range">Range of the channel.</param>
    /// <exception cref="ArgumentOutOfRangeException">The voltage is outside the range, or not a number.</exception>
    public static int ToCode(double volts, OutputRange range)
    {
        double low = Low(range);
        double span = Span(range);
        if (!(low <= volts && volts <= low + span))
        {
            throw new ArgumentOutOfRangeException(
                "volts", "The DAC's range is " + MessageNumber.Of(low) + " V to " + MessageNumber.Of(low + span)
                + " V, asked for " + MessageNumber.Of(volts) + " V.");
        }

        // Divisor: the narrowest range spans 5 V.
        int code = (int)Math.Round((volts - low) / span * 65536.0);
        return code > 65535 ? 65535 : code;
    }

    /// <summary>Output voltage of a code in volts, V = V_low + span × D/65536.</summary>
    /// <param name="code">0 … 65535.</param>
    /// <param name="range">Range of the channel.</param>
    public static double ToVolts(int code, OutputRange range) => Low(range) + Span(range) * code / 65536.0;

    /// <inheritdoc/>
    public void Dispose() => _spi.Dispose();

    private static double Low(OutputRange range) => range switch
    {
        OutputRange.Bipolar5V => -5.0,
        OutputRange.Bipolar10V => -10.0,
        _ => 0.0,
    };

    private static double Span(OutputRange range) => range switch
    {
        OutputRange.Unipolar5V => 5.0,
        OutputRange.Bipolar10V => 20.0,
        _ => 10.0,
    };

    private static int Frame(Register register, int address) => ((int)register << 3) | address;

    private static void CheckChannel(int channel)
    {
        if (channel < 0 || channel >= ChannelCount)
            throw new ArgumentOutOfRangeException("channel", "An AD5754R has channels 0 to 3, asked for " + channel.ToString() + ".");
    }

    private void Transfer(int command, int data)
    {
        _send[0] = (byte)command;
        _send[1] = (byte)(data >> 8);
        _send[2] = (byte)data;
        _spi.TransferFullDuplex(_send, _receive);
    }

    private int Read(Register register, int address, int expected)
    {
        Transfer(0x80 | Frame(register, address), expected);
        Transfer(0x80 | Frame(Register.Control, ControlSettings), SettingsInUse);
        return (_receive[1] << 8) | _receive[2];
    }

    private void Expect(Register register, int address, int expected, int mask)
    {
        int value = Read(register, address, expected);
        if ((value & mask) != expected)
        {
            throw Fault(register, address, ChipException.Hex(expected, 2), ChipException.Hex(value, 2),
                "check supply, SYNC, SDO and that the clock is slow enough for readback");
        }
    }

    private ChipException Fault(Register register, int address, string expected, string received, string advice)
    {
        string name = register switch
        {
            Register.Dac => "DAC",
            Register.OutputRange => "OUTPUT_RANGE",
            Register.Power => "POWER",
            _ => "CONTROL",
        };
        return new ChipException(_chip, name + " (" + ChipException.Hex(Frame(register, address), 1) + ")", expected, received, advice);
    }
}
