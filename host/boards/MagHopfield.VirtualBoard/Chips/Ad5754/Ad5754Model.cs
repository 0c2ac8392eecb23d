using System.Device.Spi;
using System.Globalization;
using MagHopfield.VirtualBoard.Parts;
using MagHopfield.VirtualBoard.Spi;

namespace MagHopfield.VirtualBoard.Chips.Ad5754;

/// <summary>
/// An AD5754R. It has no check byte: what it refuses (frames that are not 24 bits, wrong mode, unknown registers) it refuses
/// silently, and only readback tells. Codes outlive a change of range, and code 0 of a bipolar range in offset binary is its
/// negative end: an order of power-up that forgets this puts −5 V on the output.
/// </summary>
public sealed class Ad5754Model : ISpiChip
{
    private const int Channels = 4;
    private const int PowerMask = 0x1F;
    private const byte NoOperation = 0x18;

    private static readonly double[] Gains = [2, 4, 4.32, 4, 8, 8.64];

    private readonly Ad5754Parameters _parameters;
    private readonly VirtualClock _clock;
    private readonly double[] _offset = new double[Channels];
    private readonly double[] _gain = new double[Channels];
    private readonly double[] _bowPhase = new double[Channels];
    private readonly ushort[] _input = new ushort[Channels];
    private readonly ushort[] _code = new ushort[Channels];
    private readonly byte[] _range = new byte[Channels];
    private readonly double[] _from = new double[Channels];
    private readonly long[] _since = new long[Channels];
    private readonly long[] _readyAt = new long[Channels];
    private readonly byte[] _shift = [NoOperation, 0, 0];
    private ushort _power;
    private ushort _control;
    private bool _clearHeld;

    /// <summary>A chip after power-on: all outputs off.</summary>
    /// <param name="name">Name of the chip select.</param>
    /// <param name="parameters">Figures of the part.</param>
    /// <param name="clock">Board time.</param>
    /// <param name="noise">Source of the errors.</param>
    public Ad5754Model(string name, Ad5754Parameters parameters, VirtualClock clock, SeededNoise noise)
    {
        parameters.Validate();
        Name = name;
        _parameters = parameters;
        _clock = clock;
        for (int i = 0; i < Channels; i++)
        {
            _offset[i] = parameters.OffsetError * noise.Sorted();
            _gain[i] = 1 + (parameters.GainError * noise.Sorted());
            _bowPhase[i] = Math.PI * noise.Uniform();
        }
    }

    /// <summary>Raised before an output starts to move.</summary>
    public event Action? Changing;

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>POWER register: PU_A … PU_D in b0 … b3, PU_REF in b4.</summary>
    public ushort Power => _power;

    /// <summary>CONTROL register.</summary>
    public ushort Control => _control;

    /// <summary>Frames that were refused since power-on.</summary>
    public long RefusedFrames { get; private set; }

    /// <summary>Code of the DAC register of a channel.</summary>
    /// <param name="channel">0 … 3.</param>
    public ushort Code(int channel) => _code[channel];

    /// <summary>Range of a channel.</summary>
    /// <param name="channel">0 … 3.</param>
    public DacRange Range(int channel) => (DacRange)_range[channel];

    /// <summary>Voltage at the output of a channel now, in volts: it settles exponentially; 0 while the channel is off.</summary>
    /// <param name="channel">0 … 3.</param>
    public double Voltage(int channel)
    {
        double target = Target(channel);
        // Half a step of 2^16 is e^-11.8 of full scale.
        double timeConstant = _parameters.SettlingTime / (17 * Math.Log(2));
        double elapsed = (_clock.Nanoseconds - _since[channel]) * 1e-9;
        return target + ((_from[channel] - target) * Math.Exp(-elapsed / timeConstant));
    }

    /// <summary>The CLR pin: while low, every output is held at the clear code.</summary>
    /// <param name="low">Level: true for low.</param>
    public void SetClearPin(bool low)
    {
        _clearHeld = low;
        if (low)
            Move(ClearCodes);
    }

    /// <inheritdoc/>
    public void Exchange(ReadOnlySpan<byte> mosi, Span<byte> miso, SpiMode mode, int clock)
    {
        // SDO shifts on the edges that SDIN is sampled between; too fast, the master samples it before it is there.
        bool readable = mode is SpiMode.Mode1 or SpiMode.Mode2 && clock <= _parameters.MaximumReadClock && (_control & 1) == 0;
        for (int i = 0; i < miso.Length; i++)
            miso[i] = !readable ? (byte)0xFF : i < 3 ? _shift[i] : mosi[i - 3];

        if (mode is not (SpiMode.Mode1 or SpiMode.Mode2) || clock > _parameters.MaximumClock || mosi.Length != 3 || (mosi[0] & 0x40) != 0)
        {
            RefusedFrames++;
            return;
        }

        mosi.CopyTo(_shift);
        int register = (mosi[0] >> 3) & 7;
        int address = mosi[0] & 7;
        if ((mosi[0] & 0x80) != 0)
        {
            ushort? value = ReadRegister(register, address);
            if (value is null)
            {
                RefusedFrames++;
                return;
            }

            _shift[1] = (byte)(value.Value >> 8);
            _shift[2] = (byte)value.Value;
            return;
        }

        if (!WriteRegister(register, address, (ushort)((mosi[1] << 8) | mosi[2])))
            RefusedFrames++;
    }

    /// <inheritdoc/>
    public string Describe(ReadOnlySpan<byte> mosi, ReadOnlySpan<byte> miso)
    {
        if (mosi.Length != 3)
            return "frame of a wrong length";

        int address = mosi[0] & 7;
        string channel = address < 4 ? ((char)('A' + address)).ToString() : address == 4 ? "all" : "?";
        string name = ((mosi[0] >> 3) & 7) switch
        {
            0 => "DAC " + channel,
            1 => "OUTPUT_RANGE " + channel,
            2 => "POWER",
            3 => address switch { 0 => "NOP", 1 => "CONTROL", 4 => "CLEAR", 5 => "LOAD", _ => "CONTROL ?" },
            _ => "?",
        };
        string data = string.Create(CultureInfo.InvariantCulture, $"0x{(mosi[1] << 8) | mosi[2]:X4}");
        if ((mosi[0] & 0x80) != 0)
            return "read " + name;

        return name == "NOP" ? $"NOP -> 0x{(miso[1] << 8) | miso[2]:X4}" : $"write {name} = {data}";
    }

    private ushort? ReadRegister(int register, int address) => register switch
    {
        0 when address < Channels => _code[address],
        1 when address < Channels => _range[address],
        2 when address == 0 => _power,
        3 when address == 0 => 0,
        3 when address == 1 => _control,
        _ => null,
    };

    private bool WriteRegister(int register, int address, ushort data)
    {
        switch (register)
        {
            case 0 when address <= Channels:
                WriteCodes(address, data);
                return true;
            case 1 when address <= Channels && (data & 7) < Gains.Length:
                Move(() => ForEach(address, i => _range[i] = (byte)(data & 7)));
                return true;
            case 2 when address == 0:
                WritePower(data);
                return true;
            case 3 when address == 0:
                return true;
            case 3 when address == 1:
                _control = (ushort)(data & 0x0F);
                return true;
            case 3 when address == 4:
                Move(ClearCodes);
                return true;
            case 3 when address == 5:
                Move(Load);
                return true;
            default:
                return false;
        }
    }

    private void WriteCodes(int address, ushort code)
    {
        ForEach(address, i =>
        {
            bool poweringUp = (_power & (1 << i)) != 0 && _clock.Nanoseconds < _readyAt[i];
            if (poweringUp)
                RefusedFrames++;
            else
                _input[i] = code;
        });
        if (_parameters.LoadPinLow)
            Move(Load);
    }

    private void WritePower(ushort data)
    {
        Move(() =>
        {
            ushort next = (ushort)(data & PowerMask);
            for (int i = 0; i < Channels; i++)
            {
                if ((next & ~_power & (1 << i)) != 0)
                    _readyAt[i] = _clock.Nanoseconds + (long)(_parameters.PowerUpTime * 1e9);
            }

            _power = next;
        });
    }

    private void Load()
    {
        if (_clearHeld)
        {
            ClearCodes();
            return;
        }

        _input.CopyTo(_code, 0);
    }

    private void ClearCodes()
    {
        bool toEnd = (_control & 2) != 0;
        for (int i = 0; i < Channels; i++)
        {
            // CLR select 0: 0 V. 1: midscale of a unipolar range, negative end of a bipolar one.
            ushort code = (IsBipolar(i), toEnd) switch
            {
                (false, false) => 0x0000,
                (false, true) => 0x8000,
                (true, false) => _parameters.OffsetBinary ? (ushort)0x8000 : (ushort)0x0000,
                (true, true) => _parameters.OffsetBinary ? (ushort)0x0000 : (ushort)0x8000,
            };
            _code[i] = code;
            _input[i] = code;
        }
    }

    private void Move(Action change)
    {
        Changing?.Invoke();
        double[] now = new double[Channels];
        double[] before = new double[Channels];
        for (int i = 0; i < Channels; i++)
        {
            now[i] = Voltage(i);
            before[i] = Target(i);
        }

        change();
        for (int i = 0; i < Channels; i++)
        {
            if (Target(i) != before[i])
            {
                _from[i] = now[i];
                _since[i] = _clock.Nanoseconds;
            }
        }
    }

    private double Target(int channel)
    {
        bool on = (_power & (1 << channel)) != 0 && (_power & 0x10) != 0;
        if (!on)
            return 0;

        double span = Gains[_range[channel]] * _parameters.Reference;
        int code = _code[channel];
        if (IsBipolar(channel) && !_parameters.OffsetBinary)
            code ^= 0x8000;

        double step = span / 65536;
        double ideal = (code * step) - (IsBipolar(channel) ? span / 2 : 0);
        double bow = _parameters.IntegralNonlinearity * step * Math.Sin((2 * Math.PI * code / 65536.0) + _bowPhase[channel]);
        return (ideal * _gain[channel]) + _offset[channel] + bow;
    }

    private bool IsBipolar(int channel) => _range[channel] >= (byte)DacRange.Bipolar5;

    private static void ForEach(int address, Action<int> act)
    {
        if (address < Channels)
        {
            act(address);
            return;
        }

        for (int i = 0; i < Channels; i++)
            act(i);
    }
}
