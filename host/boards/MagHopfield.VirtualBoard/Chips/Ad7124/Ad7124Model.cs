using System.Device.Spi;
using MagHopfield.VirtualBoard.Parts;
using MagHopfield.VirtualBoard.Spi;

namespace MagHopfield.VirtualBoard.Chips.Ad7124;

/// <summary>
/// An AD7124-8 with its serial interface bit by bit: a command starts at the first 0, 64 ones reset, a frame that ends inside a command
/// is dropped. The converter runs in <see cref="AdcConverter"/>.
/// </summary>
public sealed class Ad7124Model : ISpiChip
{
    private const int ReadData = 0x42;

    private static readonly double[] ExcitationLevels = [0, 50e-6, 100e-6, 250e-6, 500e-6, 750e-6, 1000e-6, 0.1e-6];

    private readonly Ad7124Parameters _parameters;
    private readonly VirtualClock _clock;
    private readonly AdcRegisterFile _registers = new();
    private readonly AdcConverter _converter;
    private readonly double[] _excitationError = new double[2];
    private readonly double _excitationDrift;
    private bool _powerOnFlag;
    private long _startedAt;
    private AdcError _errors;

    /// <summary>A chip after power-on.</summary>
    /// <param name="name">Name of the chip select.</param>
    /// <param name="parameters">Figures of the part.</param>
    /// <param name="clock">Board time.</param>
    /// <param name="noise">Source of errors and noise.</param>
    /// <param name="inputs">What hangs on the pins.</param>
    /// <param name="defects">Defects; wrong gain codes apply.</param>
    public Ad7124Model(
        string name, Ad7124Parameters parameters, VirtualClock clock, SeededNoise noise, IAdcInputs inputs, ChipDefects defects)
    {
        parameters.Validate();
        Name = name;
        _parameters = parameters;
        _clock = clock;
        FrontEnd = new AdcFrontEnd(parameters, noise);
        double common = parameters.ExcitationError * noise.Sorted();
        for (int i = 0; i < 2; i++)
        {
            // The two sources match one another better than they are right.
            _excitationError[i] = common + (0.1 * parameters.ExcitationError * noise.Sorted());
        }

        _excitationDrift = parameters.ExcitationDrift * noise.Sorted();
        _converter = new AdcConverter(_registers, FrontEnd, parameters, clock, inputs, defects, Flag);
        Reset();
    }

    /// <summary>Raised before an excitation or burnout current changes.</summary>
    public event Action? Changing;

    /// <summary>Raised after an excitation or burnout current has changed.</summary>
    public event Action? Changed;

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The analog side with its errors.</summary>
    public AdcFrontEnd FrontEnd { get; }

    /// <summary>Number of conversions since power-on.</summary>
    public long ConversionCount => _converter.ConversionCount;

    /// <summary>Whether either excitation current is on.</summary>
    public bool ExcitationOn => ExcitationCurrent(0) > 0 || ExcitationCurrent(1) > 0;

    /// <summary>ERROR register.</summary>
    public AdcError Errors => _errors;

    /// <summary>Frames refused since power-on: wrong mode or clock, wrong check byte, unknown or read-only register, cut short.</summary>
    public long RefusedFrames { get; private set; }

    /// <summary>Value of a register as it stands; reading it here has no effect on the chip.</summary>
    /// <param name="address">0 … 0x38.</param>
    public int Register(int address)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)address, (uint)AdcRegisterFile.LastAddress);
        return Peek(address);
    }

    /// <summary>What an excitation source delivers within its compliance, in amperes.</summary>
    /// <param name="source">0 or 1.</param>
    public double ExcitationCurrent(int source)
    {
        bool poweredDown = ((_registers[AdcRegister.Control] >> 2) & 0xF) == 3;
        int code = (_registers[AdcRegister.IoControl1] >> (source == 0 ? 8 : 11)) & 7;
        return poweredDown ? 0 : ExcitationLevels[code] * (1 + _excitationError[source] + (_excitationDrift * _clock.Seconds));
    }

    /// <summary>The pin a source is connected to.</summary>
    /// <param name="source">0 or 1.</param>
    public int ExcitationPin(int source) => (_registers[AdcRegister.IoControl1] >> (source == 0 ? 0 : 4)) & 0xF;

    /// <summary>
    /// Burnout current in amperes, out of the positive and into the negative input of the channel being converted, with their codes.
    /// </summary>
    public (int Positive, int Negative, double Current) Burnout => _converter.Burnout;

    /// <summary>Highest voltage an excitation source can drive its pin to, in volts.</summary>
    public double ExcitationCompliance => _parameters.PositiveSupply - _parameters.ExcitationHeadroom;

    /// <summary>Runs the converter up to the present; the board calls it before it changes anything that the inputs see.</summary>
    public void CatchUp() => _converter.CatchUp();

    /// <inheritdoc/>
    public void Exchange(ReadOnlySpan<byte> mosi, Span<byte> miso, SpiMode mode, int clock)
    {
        CatchUp();
        if (mode != SpiMode.Mode3 || clock > _parameters.MaximumClock)
        {
            // Sampled on the wrong edge nothing that arrives is what was sent; we take none of it.
            miso.Fill(0xFF);
            RefusedFrames++;
            return;
        }

        // With nothing to say DOUT shows RDY.
        miso.Fill(_converter.Ready && !Starting ? (byte)0x00 : (byte)0xFF);
        if ((_registers[AdcRegister.Control] & 0x800) != 0 && !Starting && ContinuousRead(mosi, miso))
            return;

        Parse(mosi, miso);
    }

    /// <inheritdoc/>
    public string Describe(ReadOnlySpan<byte> mosi, ReadOnlySpan<byte> miso)
    {
        if (mosi.Length >= 8 && mosi.IndexOfAnyExcept((byte)0xFF) < 0)
            return "reset";

        if ((mosi[0] & 0x80) != 0)
            return "no command";

        int address = mosi[0] & 0x3F;
        bool read = (mosi[0] & 0x40) != 0;
        int length = address <= AdcRegisterFile.LastAddress ? AdcRegisterFile.Length(address) : 0;
        ReadOnlySpan<byte> data = (read ? miso : mosi)[1..];
        string value = Convert.ToHexString(data[..Math.Min(length, data.Length)]);
        string rest = data.Length > length ? " +" + Convert.ToHexString(data[length..]) : "";
        return $"{(read ? "read" : "write")} {AdcRegisterFile.NameOf(address)} {(read ? "->" : "=")} 0x{value}{rest}";
    }

    private bool Starting => _clock.Nanoseconds < _startedAt;

    private bool CrcOn => (_registers[AdcRegister.ErrorEnable] & (int)AdcError.SpiCrc) != 0;

    private void Parse(ReadOnlySpan<byte> mosi, Span<byte> miso)
    {
        BitReader bits = new(mosi);
        int ones = 0;
        while (bits.Left > 0)
        {
            if (bits.Peek() == 1)
            {
                bits.Skip(1);
                if (++ones == 64)
                {
                    Reset();
                    ones = 0;
                }

                continue;
            }

            ones = 0;
            if (Starting)
            {
                Refuse(AdcError.SpiIgnore);
                return;
            }

            if (!Command(ref bits, miso))
                return;
        }
    }

    private bool Command(ref BitReader bits, Span<byte> miso)
    {
        if (bits.Left < 8)
        {
            Refuse(AdcError.SclkCount);
            return false;
        }

        byte command = (byte)bits.Take(8);
        int address = command & 0x3F;
        bool read = (command & 0x40) != 0;
        if (address > AdcRegisterFile.LastAddress)
        {
            Refuse(read ? AdcError.SpiRead : AdcError.SpiWrite);
            return false;
        }

        return read ? Answer(command, address, ref bits, miso) : Take(command, address, ref bits);
    }

    private bool Answer(byte command, int address, ref BitReader bits, Span<byte> miso)
    {
        byte[] answer = AnswerBytes(command, address);
        int wanted = 8 * answer.Length;
        int sent = Math.Min(wanted, bits.Left);
        bits.Put(miso, answer, sent);
        bits.Skip(sent);
        if (sent < wanted)
        {
            Refuse(AdcError.SclkCount);
            return false;
        }

        AfterRead(address);
        return true;
    }

    private byte[] AnswerBytes(byte command, int address)
    {
        int length = AdcRegisterFile.Length(address);
        bool withStatus = address == (int)AdcRegister.Data && (_registers[AdcRegister.Control] & 0x400) != 0;
        byte[] answer = new byte[length + (withStatus ? 1 : 0) + (CrcOn ? 1 : 0)];
        int value = Peek(address);
        for (int i = 0; i < length; i++)
            answer[i] = (byte)(value >> (8 * (length - 1 - i)));

        if (withStatus)
            answer[length] = (byte)Peek((int)AdcRegister.Status);

        if (CrcOn)
            answer[^1] = ChipCrc8.Compute([command, .. answer[..^1]]);

        return answer;
    }

    private void AfterRead(int address)
    {
        switch ((AdcRegister)address)
        {
            case AdcRegister.Status:
                _powerOnFlag = false;
                break;
            case AdcRegister.Data:
                _converter.Ready = false;
                break;
            case AdcRegister.Error:
                _errors = AdcError.None;
                break;
        }
    }

    private bool Take(byte command, int address, ref BitReader bits)
    {
        int length = AdcRegisterFile.Length(address);
        int bytes = length + (CrcOn ? 1 : 0);
        if (bits.Left < 8 * bytes)
        {
            Refuse(AdcError.SclkCount);
            return false;
        }

        int value = bits.Take(8 * length);
        if (CrcOn)
        {
            byte check = (byte)bits.Take(8);
            byte[] covered = new byte[1 + length];
            covered[0] = command;
            for (int i = 0; i < length; i++)
                covered[1 + i] = (byte)(value >> (8 * (length - 1 - i)));

            if (ChipCrc8.Compute(covered) != check)
            {
                Refuse(AdcError.SpiCrc);
                return true;
            }
        }

        if (AdcRegisterFile.IsReadOnly(address))
        {
            Refuse(AdcError.SpiWrite);
            return true;
        }

        Store(address, value);
        return true;
    }

    private void Store(int address, int value)
    {
        bool analog = address is (int)AdcRegister.IoControl1 or (int)AdcRegister.Control
            || (address >= (int)AdcRegister.Channel0 && address < (int)AdcRegister.Filter0);
        if (analog)
            Changing?.Invoke();

        _registers[address] = value;
        if (address == (int)AdcRegister.Control)
            _converter.Start();
        else if (address >= (int)AdcRegister.Channel0 && address < (int)AdcRegister.Offset0)
            _converter.Restart();

        if (analog)
            Changed?.Invoke();
    }

    private bool ContinuousRead(ReadOnlySpan<byte> mosi, Span<byte> miso)
    {
        if (mosi[0] == ReadData)
        {
            _registers[AdcRegister.Control] &= ~0x800;
            return false;
        }

        if (mosi.Length >= 8 && mosi.IndexOfAnyExcept((byte)0xFF) < 0)
            return false;

        if (_converter.Ready)
        {
            byte[] answer = AnswerBytes(ReadData, (int)AdcRegister.Data);
            int count = Math.Min(answer.Length, miso.Length);
            answer.AsSpan(0, count).CopyTo(miso);
            if (count == answer.Length)
                _converter.Ready = false;
        }

        return true;
    }

    private int Peek(int address) => (AdcRegister)address switch
    {
        AdcRegister.Status =>
            (_converter.Ready ? 0 : 0x80) | (_errors != AdcError.None ? 0x40 : 0) | (_powerOnFlag ? 0x10 : 0) | _converter.DataChannel,
        AdcRegister.Data => _converter.Data,
        AdcRegister.Error => (int)_errors,
        AdcRegister.ClockCount => _converter.ClockCount,
        _ => _registers[address],
    };

    private void Reset()
    {
        Changing?.Invoke();
        _registers.Reset(_parameters.Identity, FrontEnd.FactoryGain);
        _errors = AdcError.None;
        _powerOnFlag = true;
        _startedAt = _clock.Nanoseconds + (long)(_parameters.StartTime * 1e9);
        _converter.Reset(_startedAt);
        Changed?.Invoke();
    }

    private void Refuse(AdcError error)
    {
        RefusedFrames++;
        Flag(error);
    }

    private void Flag(AdcError error) => _errors |= (AdcError)_registers[AdcRegister.ErrorEnable] & error;
}
