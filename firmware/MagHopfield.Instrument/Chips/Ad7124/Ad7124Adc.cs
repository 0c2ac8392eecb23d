using System;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Spi;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Chips.Ad7124;

/// <summary>
/// 24-bit converter with amplifier and excitation current (AD7124-8), CRC on every frame in both directions, every setting read
/// back, one single conversion at a time on the channel asked for. Internal reference of 2.5 V, bipolar, full power.
/// </summary>
public sealed class Ad7124Adc : IDisposable
{
    /// <summary>Internal reference in volts.</summary>
    public const double ReferenceVolts = 2.5;

    private const string Chip = "AD7124-8";
    private const int NotReady = 0x80;
    private const int ErrorFlag = 0x40;
    private const int PowerOnFlag = 0x10;
    private const int ReferenceEnable = 0x0100;
    private const int FullPower = 2 << 6;
    private const int MidPower = 1 << 6;
    private const int ModeSingle = 1 << 2;
    private const int ModeIdle = 4 << 2;
    private const int ModeOffsetCalibration = 5 << 2;
    private const int ModeGainCalibration = 6 << 2;
    private const int ResetMicroseconds = 4000;
    private const int ResetTimeoutMicroseconds = 20000;
    private const int PollMicroseconds = 50;

    // Master clock in full power 614.4 kHz; 32 clocks a modulator sample.
    private const double FullPowerClock = 614400;

    private const Fault Watched = Fault.SpiCrc | Fault.SpiWrite | Fault.SpiRead | Fault.SpiClockCount | Fault.SpiIgnored
        | Fault.Saturated | Fault.Conversion | Fault.Calibration;

    private readonly ISpiLink _spi;
    private readonly IBoardClock _clock;
    private readonly byte[][] _send = { new byte[0], new byte[1], new byte[2], new byte[3], new byte[4], new byte[5], new byte[6],
        new byte[7], new byte[8] };
    private readonly byte[][] _receive = { new byte[0], new byte[1], new byte[2], new byte[3], new byte[4], new byte[5] };
    private readonly double[] _voltsAtFullScale = new double[8];
    private readonly int[] _conversionMicroseconds = new int[8];
    private bool _crc;
    private int _channel;

    /// <summary>A chip on an open bus of mode 3, 5 MHz at most; nothing is sent yet. The link is disposed with the driver.</summary>
    /// <param name="spi">Device of this chip select.</param>
    /// <param name="clock">Time on the board.</param>
    public Ad7124Adc(ISpiLink spi, IBoardClock clock)
    {
        _spi = spi;
        _clock = clock;
    }

    /// <summary>Identity byte read at the last <see cref="Reset"/>: 0x14, 0x16 or 0x17.</summary>
    public int Identity { get; private set; }

    /// <summary>
    /// Resets the chip by 64 ones, waits for its power-on flag, checks its identity, turns the CRC on and lets it rest in idle mode.
    /// </summary>
    /// <exception cref="ChipException">No AD7124-8 answers.</exception>
    public void Reset()
    {
        byte[] ones = _send[8];
        for (int i = 0; i < ones.Length; i++)
            ones[i] = 0xFF;

        _crc = false;
        _channel = -1;
        _spi.Write(ones);
        _clock.Wait(ResetMicroseconds);

        long start = _clock.Microseconds;
        int status = ReadRegister(Register.Status);
        while ((status & PowerOnFlag) != 0)
        {
            if (_clock.Microseconds - start > ResetTimeoutMicroseconds)
            {
                throw Error(Register.Status, "power-on flag (bit 4) clear", ChipException.Hex(status, 1),
                    "the chip does not come out of reset: check supply and SCLK");
            }

            _clock.Wait(PollMicroseconds);
            status = ReadRegister(Register.Status);
        }

        int identity = ReadRegister(Register.Id);
        if (identity != 0x14 && identity != 0x16 && identity != 0x17)
            throw Error(Register.Id, "0x14, 0x16 or 0x17", ChipException.Hex(identity, 1), "check chip select, DOUT and supply");

        Identity = identity;

        // This frame still goes without a check byte; the setting holds from the next one on.
        WriteRegister(Register.ErrorEnable, (int)Watched);
        _crc = true;
        Expect(Register.ErrorEnable, (int)Watched);
        WriteVerified(Register.AdcControl, ReferenceEnable | FullPower | ModeIdle);

        // What the power-up left in the register is not ours.
        ReadRegister(Register.Error);
    }

    /// <summary>Sets gain, filter and burnout current of a setup: bipolar, internal reference, input buffers on.</summary>
    /// <param name="setup">0 … 7.</param>
    /// <param name="gain">Gain of the amplifier.</param>
    /// <param name="filter">Digital filter.</param>
    /// <param name="divider">FS, 1 … 2047: data rate 614 400 Hz/(32 FS); a single conversion takes three or four of its periods.</param>
    /// <param name="burnout">Current through what the inputs are connected to, while this setup converts.</param>
    /// <exception cref="ChipException">A register did not read back as written.</exception>
    public void Configure(int setup, Gain gain, FilterKind filter, int divider, BurnoutCurrent burnout)
    {
        CheckSetup(setup);
        if (divider < 1 || divider > 2047)
            throw new ArgumentOutOfRangeException("divider", "The filter word FS is 1 to 2047, asked for " + divider.ToString() + ".");

        // BIPOLAR, BURNOUT, AIN_BUFP, AIN_BUFM, REF_SEL = internal.
        WriteVerified((Register)((int)Register.Configuration0 + setup), 0x0800 | ((int)burnout << 9) | 0x0060 | (2 << 3) | (int)gain);

        // The post-filter field keeps its reset value; it acts only on the post filter.
        WriteVerified((Register)((int)Register.Filter0 + setup), ((int)filter << 21) | (3 << 17) | divider);

        // Divisor: a power of two from 1 to 128.
        _voltsAtFullScale[setup] = ReferenceVolts / (1 << (int)gain);
        int periods = filter == FilterKind.Sinc3 ? 3 : 4;
        _conversionMicroseconds[setup] = (int)Math.Ceiling(periods * 32.0 * divider / FullPowerClock * 1e6);
    }

    /// <summary>Time of a single conversion of a setup in microseconds, settled from scratch.</summary>
    /// <param name="setup">0 … 7, after <see cref="Configure"/>.</param>
    public int ConversionMicroseconds(int setup) => _conversionMicroseconds[setup];

    /// <summary>Largest voltage of a setup in volts; its range is ± this.</summary>
    /// <param name="setup">0 … 7, after <see cref="Configure"/>.</param>
    public double FullScaleVolts(int setup) => _voltsAtFullScale[setup];

    /// <summary>Sets the current that IOUT0 drives out of a pin.</summary>
    /// <param name="current">Current.</param>
    /// <param name="pin">Pin that carries it.</param>
    /// <exception cref="ChipException">The register did not read back as written.</exception>
    /// <exception cref="InvalidOperationException">The CRC is not on: a dead line would read back as "off".</exception>
    public void SetExcitation(ExcitationCurrent current, AnalogInput pin)
    {
        if (!_crc)
            throw new InvalidOperationException("The AD7124-8 is not reset: its probe current can neither be set nor trusted.");

        WriteVerified(Register.IoControl1, ((int)current << 8) | (current == ExcitationCurrent.Off ? 0 : (int)pin));
    }

    /// <summary>
    /// Internal full-scale and zero-scale calibration of a setup. Done in mid power, because the chip does not support it in full
    /// power; the inputs are disconnected by the chip meanwhile.
    /// </summary>
    /// <param name="setup">0 … 7, with a gain above 1.</param>
    /// <param name="positive">Any input; the channel only names the setup.</param>
    /// <param name="negative">Any input.</param>
    /// <exception cref="ChipException">A calibration did not end, or gave a gain correction that no sound chip has.</exception>
    public void Calibrate(int setup, AnalogInput positive, AnalogInput negative)
    {
        Select(positive, negative, setup);
        Register offset = (Register)((int)Register.Offset0 + setup);
        WriteVerified(offset, 0x800000);
        RunCalibration(ModeGainCalibration, setup);
        RunCalibration(ModeOffsetCalibration, setup);
        WriteVerified(Register.AdcControl, ReferenceEnable | FullPower | ModeIdle);

        // Factory trim is 0x5xxxxx at gain 1; calibration moves it by percents.
        Register gain = (Register)((int)Register.Gain0 + setup);
        int correction = ReadRegister(gain);
        if (correction < 0x400000 || correction > 0x6FFFFF)
            throw Error(gain, "0x400000 to 0x6FFFFF", ChipException.Hex(correction, 3), "the gain calibration failed: check the reference");
    }

    /// <summary>Gives a setup the offset and gain correction of another one of the same gain and filter.</summary>
    /// <param name="from">0 … 7, after <see cref="Calibrate"/>.</param>
    /// <param name="to">0 … 7, after <see cref="Configure"/>.</param>
    /// <exception cref="ChipException">A register did not read back as written.</exception>
    public void CopyCalibration(int from, int to)
    {
        CheckSetup(from);
        CheckSetup(to);
        WriteVerified((Register)((int)Register.Offset0 + to), ReadRegister((Register)((int)Register.Offset0 + from)));
        WriteVerified((Register)((int)Register.Gain0 + to), ReadRegister((Register)((int)Register.Gain0 + from)));
    }

    /// <summary>One conversion, in volts between two inputs.</summary>
    /// <param name="positive">Positive input.</param>
    /// <param name="negative">Negative input.</param>
    /// <param name="setup">0 … 7, after <see cref="Configure"/>.</param>
    /// <exception cref="ChipException">The chip reports a fault, the input is out of range, or the bus failed.</exception>
    public double ReadVolts(AnalogInput positive, AnalogInput negative, int setup)
    {
        if (!TryReadVolts(positive, negative, setup, out double volts, out Fault fault))
        {
            throw Error(Register.Error, "no fault", Describe(fault), "input AIN" + ((int)positive).ToString() + "-AIN"
                + ((int)negative).ToString() + " in a range of " + MessageNumber.Of(_voltsAtFullScale[setup] * 1000) + " mV");
        }

        return volts;
    }

    /// <summary>One conversion, in volts between two inputs.</summary>
    /// <param name="positive">Positive input.</param>
    /// <param name="negative">Negative input.</param>
    /// <param name="setup">0 … 7, after <see cref="Configure"/>.</param>
    /// <param name="volts">Result; of no use where false is returned.</param>
    /// <param name="fault">What the chip reports, or <see cref="Fault.OutOfRange"/>.</param>
    /// <returns>Whether the result can be used.</returns>
    /// <exception cref="ChipException">The bus failed or the conversion did not end in time.</exception>
    public bool TryReadVolts(AnalogInput positive, AnalogInput negative, int setup, out double volts, out Fault fault)
    {
        Select(positive, negative, setup);
        WriteRegister(Register.AdcControl, ReferenceEnable | FullPower | ModeSingle);
        int status = WaitReady(_conversionMicroseconds[setup], "conversion");
        int code = ReadRegister(Register.Data);
        volts = (code / 8388608.0 - 1.0) * _voltsAtFullScale[setup];
        fault = (status & ErrorFlag) != 0 ? ReadFaults() : Fault.None;
        if (code == 0 || code == 0xFFFFFF)
            fault |= Fault.OutOfRange;

        return fault == Fault.None;
    }

    /// <summary>The faults that the chip reports now, as far as they are watched.</summary>
    /// <exception cref="ChipException">The bus failed.</exception>
    public Fault ReadFaults() => (Fault)(ReadRegister(Register.Error) & (int)Watched);

    /// <summary>The names of faults, with a space between.</summary>
    public static string Describe(Fault faults)
    {
        string text = "";
        text += (faults & Fault.OutOfRange) != 0 ? "out-of-range " : "";
        text += (faults & Fault.Saturated) != 0 ? "ADC_SAT " : "";
        text += (faults & Fault.Conversion) != 0 ? "ADC_CONV " : "";
        text += (faults & Fault.Calibration) != 0 ? "ADC_CAL " : "";
        text += (faults & Fault.SpiIgnored) != 0 ? "SPI_IGNORE " : "";
        text += (faults & Fault.SpiClockCount) != 0 ? "SPI_SCLK_CNT " : "";
        text += (faults & Fault.SpiRead) != 0 ? "SPI_READ " : "";
        text += (faults & Fault.SpiWrite) != 0 ? "SPI_WRITE " : "";
        text += (faults & Fault.SpiCrc) != 0 ? "SPI_CRC " : "";
        text += (faults & Fault.MemoryMapCrc) != 0 ? "MM_CRC " : "";
        text += (faults & Fault.RomCrc) != 0 ? "ROM_CRC " : "";
        return text.Length == 0 ? "none" : text.Trim();
    }

    /// <inheritdoc/>
    public void Dispose() => _spi.Dispose();

    private static void CheckSetup(int setup)
    {
        if (setup < 0 || setup > 7)
            throw new ArgumentOutOfRangeException("setup", "An AD7124-8 has setups 0 to 7, asked for " + setup.ToString() + ".");
    }

    private void Select(AnalogInput positive, AnalogInput negative, int setup)
    {
        CheckSetup(setup);
        if (_conversionMicroseconds[setup] == 0)
            throw new InvalidOperationException("Setup " + setup.ToString() + " of the AD7124-8 is not configured.");

        int channel = 0x8000 | (setup << 12) | ((int)positive << 5) | (int)negative;
        if (channel != _channel)
        {
            _channel = -1;
            WriteVerified(Register.Channel0, channel);
            _channel = channel;
        }
    }

    private void RunCalibration(int mode, int setup)
    {
        // Mid power runs at a quarter of the clock; a full-scale calibration takes up to four settled conversions.
        WriteRegister(Register.AdcControl, ReferenceEnable | MidPower | mode);
        int status = WaitReady(16 * _conversionMicroseconds[setup], "calibration");
        if ((status & ErrorFlag) != 0)
        {
            Fault fault = ReadFaults();
            if (fault != Fault.None)
                throw Error(Register.Error, "no fault", Describe(fault), "calibration of setup " + setup.ToString() + " failed");
        }
    }

    private int WaitReady(int microseconds, string what)
    {
        _clock.Wait(microseconds);
        long start = _clock.Microseconds;
        int status = ReadRegister(Register.Status);
        while ((status & NotReady) != 0)
        {
            // A frame that starts a conversion and is damaged on the way is dropped by the chip: its error flag says so at once.
            if ((status & ErrorFlag) != 0)
            {
                Fault fault = ReadFaults();
                if ((fault & (Fault.SpiCrc | Fault.SpiWrite | Fault.SpiClockCount | Fault.SpiIgnored)) != 0)
                    throw Error(Register.Error, "no fault", Describe(fault), "the frame that starts the " + what + " was damaged");
            }

            if (_clock.Microseconds - start > microseconds + 10000)
            {
                throw Error(Register.Status, "ready (bit 7 clear)", ChipException.Hex(status, 1), "the " + what + " did not end in "
                    + (2 * microseconds + 10000).ToString() + " us");
            }

            _clock.Wait(PollMicroseconds);
            status = ReadRegister(Register.Status);
        }

        return status;
    }

    private void WriteVerified(Register register, int value)
    {
        WriteRegister(register, value);
        Expect(register, value);
    }

    private void Expect(Register register, int expected)
    {
        int value = ReadRegister(register);
        if (value != expected)
        {
            int size = SizeOf(register);
            throw Error(register, ChipException.Hex(expected, size), ChipException.Hex(value, size),
                "the chip dropped the frame or was reset");
        }
    }

    private void WriteRegister(Register register, int value)
    {
        int size = SizeOf(register);
        byte[] frame = _send[1 + size + (_crc ? 1 : 0)];
        frame[0] = (byte)register;
        for (int i = 0; i < size; i++)
            frame[1 + i] = (byte)(value >> (8 * (size - 1 - i)));

        if (_crc)
            frame[1 + size] = Crc8.Of(frame, 1 + size);

        _spi.Write(frame);
    }

    private int ReadRegister(Register register)
    {
        int size = SizeOf(register);
        int length = 1 + size + (_crc ? 1 : 0);
        byte[] frame = _send[length];
        byte[] answer = _receive[length];
        Array.Clear(frame, 0, length);
        frame[0] = (byte)(0x40 | (int)register);
        _spi.TransferFullDuplex(frame, answer);

        int value = 0;
        for (int i = 0; i < size; i++)
            value = (value << 8) | answer[1 + i];

        if (_crc)
        {
            // The check byte covers the command as sent and the value as received.
            int received = answer[1 + size];
            answer[0] = frame[0];
            int expected = Crc8.Of(answer, 1 + size);
            if (received != expected)
            {
                throw Error(register, "CRC " + ChipException.Hex(expected, 1), "CRC " + ChipException.Hex(received, 1),
                    "the answer was damaged, or the chip was reset and sends no CRC");
            }
        }

        return value;
    }

    private static int SizeOf(Register register) => register switch
    {
        Register.Status => 1,
        Register.Id => 1,
        Register.Data => 3,
        Register.IoControl1 => 3,
        Register.Error => 3,
        Register.ErrorEnable => 3,
        Register.AdcControl => 2,
        _ => (int)register < (int)Register.Filter0 ? 2 : 3,
    };

    private static string Name(Register register) => register switch
    {
        Register.Status => "STATUS",
        Register.AdcControl => "ADC_CONTROL",
        Register.Data => "DATA",
        Register.IoControl1 => "IO_CONTROL_1",
        Register.Id => "ID",
        Register.Error => "ERROR",
        Register.ErrorEnable => "ERROR_EN",
        _ => NameOfSetupRegister((int)register),
    };

    private static string NameOfSetupRegister(int address)
    {
        if (address < (int)Register.Configuration0)
            return "CHANNEL_" + (address - (int)Register.Channel0).ToString();

        if (address < (int)Register.Filter0)
            return "CONFIG_" + (address - (int)Register.Configuration0).ToString();

        if (address < (int)Register.Offset0)
            return "FILTER_" + (address - (int)Register.Filter0).ToString();

        return address < (int)Register.Gain0
            ? "OFFSET_" + (address - (int)Register.Offset0).ToString()
            : "GAIN_" + (address - (int)Register.Gain0).ToString();
    }

    private static ChipException Error(Register register, string expected, string received, string advice)
    {
        return new ChipException(Chip, Name(register) + " (" + ChipException.Hex((int)register, 1) + ")", expected, received, advice);
    }
}
