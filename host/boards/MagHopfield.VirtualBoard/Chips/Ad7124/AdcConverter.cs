using MagHopfield.VirtualBoard.Parts;

namespace MagHopfield.VirtualBoard.Chips.Ad7124;

/// <summary>
/// Sequencer and digital filter of the AD7124: which channel is converted when, what it saw meanwhile, and the calibrations. The filter
/// is a moving mean over the periods it looks back (not the true sinc weights), so an input that moves during a conversion spoils it as
/// it does in the chip.
/// </summary>
public sealed class AdcConverter
{
    private const int ZeroScale = 5;
    private const int FullScale = 6;
    private const int SystemZero = 7;
    private const int SystemFull = 8;
    private const int Idle = 4;
    private const double SaturationLevel = 1.05;

    private readonly AdcRegisterFile _registers;
    private readonly AdcFrontEnd _frontEnd;
    private readonly Ad7124Parameters _parameters;
    private readonly VirtualClock _clock;
    private readonly IAdcInputs _inputs;
    private readonly ChipDefects _defects;
    private readonly Action<AdcError> _flag;
    private readonly double[] _history = new double[4];
    private bool _running;
    private int _channel;
    private bool _settled;
    private long _windowStart;
    private long _windowEnd;
    private long _seenUntil;
    private double _integral;
    private long _clockCountedFrom;

    internal AdcConverter(
        AdcRegisterFile registers,
        AdcFrontEnd frontEnd,
        Ad7124Parameters parameters,
        VirtualClock clock,
        IAdcInputs inputs,
        ChipDefects defects,
        Action<AdcError> flag)
    {
        _registers = registers;
        _frontEnd = frontEnd;
        _parameters = parameters;
        _clock = clock;
        _inputs = inputs;
        _defects = defects;
        _flag = flag;
    }

    /// <summary>Whether DATA holds a conversion that has not been read (RDY low).</summary>
    public bool Ready { get; internal set; }

    /// <summary>DATA register.</summary>
    public int Data { get; private set; }

    /// <summary>Channel that DATA belongs to.</summary>
    public int DataChannel { get; private set; }

    /// <summary>Conversions since power-on.</summary>
    public long ConversionCount { get; private set; }

    /// <summary>Channel being converted, or −1.</summary>
    public int ActiveChannel => _running ? _channel : -1;

    /// <summary>Input codes (positive, negative) of the channel being converted and the burnout current between them in amperes.</summary>
    internal (int Positive, int Negative, double Current) Burnout
    {
        get
        {
            if (!_running)
                return (0, 0, 0);

            int register = _registers[(int)AdcRegister.Channel0 + _channel];
            double current = ((Config(Setup(_channel)) >> 9) & 3) switch { 1 => 0.5e-6, 2 => 2e-6, 3 => 4e-6, _ => 0 };
            return ((register >> 5) & 0x1F, register & 0x1F, current);
        }
    }

    /// <summary>MCLK_COUNT: a step every 131 clocks while MCLK_CNT_EN (ERROR_EN bit 22) is set.</summary>
    internal int ClockCount
    {
        get
        {
            if ((_registers[AdcRegister.ErrorEnable] & (1 << 22)) == 0)
                return 0;

            double clocks = (_clock.Nanoseconds - _clockCountedFrom) * 1e-9 * Filter(0).Clock;
            return (int)(long)(clocks / 131) & 0xFF;
        }
    }

    private int Mode => (_registers[AdcRegister.Control] >> 2) & 0xF;

    private int PowerMode => (_registers[AdcRegister.Control] >> 6) & 3;

    internal void Reset(long startedAt)
    {
        Ready = false;
        Data = 0;
        DataChannel = 0;
        _clockCountedFrom = startedAt;
        Begin(startedAt);
    }

    /// <summary>ADC_CONTROL was written.</summary>
    internal void Start()
    {
        Ready = false;
        Begin(_clock.Nanoseconds);
    }

    /// <summary>A channel, setup or filter was written: what runs starts again.</summary>
    internal void Restart()
    {
        if (_running || Mode == 0)
            Begin(_clock.Nanoseconds);
    }

    internal void CatchUp()
    {
        long now = _clock.Nanoseconds;
        while (_running)
        {
            long until = Math.Min(now, _windowEnd);
            if (until > _seenUntil)
            {
                _integral += Differential(_channel) * (until - _seenUntil);
                _seenUntil = until;
            }

            if (now < _windowEnd)
                return;

            Finish();
        }
    }

    private void Begin(long time)
    {
        int first = NextChannel(-1);
        _running = first >= 0 && (Mode is 0 or 1 or ZeroScale or FullScale or SystemZero or SystemFull);
        if (_running)
            OpenWindow(first, time, false);
    }

    private void OpenWindow(int channel, long time, bool settled)
    {
        _channel = channel;
        _settled = settled;
        AdcFilter filter = Filter(Setup(channel));
        double length = settled ? filter.Period : filter.SettlingTime;
        if (Mode is FullScale or SystemFull)
            length *= 2;

        _windowStart = time;
        _seenUntil = time;
        _windowEnd = time + Math.Max(1, (long)Math.Round(length * 1e9));
        _integral = 0;
    }

    private void Finish()
    {
        double mean = _integral / (_windowEnd - _windowStart);
        ConversionCount++;
        if (Mode >= ZeroScale)
        {
            Calibrate(mean);
            return;
        }

        Convert(mean);
        int next = NextChannel(_channel);
        if (next < 0 && Mode == 1)
        {
            _running = false;
            return;
        }

        int following = next < 0 ? NextChannel(-1) : next;
        SkipAhead(following);
        OpenWindow(following, _windowEnd, following == _channel);
    }

    private void SkipAhead(int following)
    {
        // Nothing changes between here and now, so of a long run of results only the last few can be seen.
        double period = Filter(Setup(_channel)).Period * 1e9;
        long behind = (long)((_clock.Nanoseconds - _windowEnd) / period);
        if (following == _channel && behind > 64)
        {
            long skipped = behind - 16;
            _windowEnd += (long)(skipped * period);
            ConversionCount += skipped;
            Array.Fill(_history, Differential(_channel));
        }
    }

    private void Convert(double mean)
    {
        AdcFilter filter = Filter(Setup(_channel));
        if (_settled)
        {
            Array.Copy(_history, 0, _history, 1, _history.Length - 1);
            _history[0] = mean;
        }
        else
        {
            Array.Fill(_history, mean);
        }

        double volts = 0;
        for (int i = 0; i < filter.Order; i++)
            volts += _history[i] / filter.Order;

        int setup = Setup(_channel);
        int config = Config(setup);
        double reference = ReferenceOf(config);
        bool bipolar = (config & 0x800) != 0;
        double level;
        if (reference > 0)
        {
            int gain = GainCode(setup);
            level = _frontEnd.Modulate(volts, gain, reference, _frontEnd.NoiseRms(gain, filter.NoiseRate), _windowEnd * 1e-9);
        }
        else
        {
            _flag(AdcError.ReferenceDetect);
            level = volts < 0 ? -2 : 2;
        }

        if (Math.Abs(level) > SaturationLevel)
            _flag(AdcError.Saturation);

        Data = AdcFrontEnd.Encode(level, bipolar, OffsetOf(setup), GainOf(setup), out bool clipped);
        if (clipped)
            _flag(AdcError.Conversion);

        DataChannel = _channel;
        Ready = true;
    }

    private void Calibrate(double mean)
    {
        int setup = Setup(_channel);
        int config = Config(setup);
        double reference = ReferenceOf(config);
        int gain = GainCode(setup);
        double noise = _frontEnd.NoiseRms(gain, Filter(setup).NoiseRate);
        double time = _windowEnd * 1e-9;
        double register = double.NaN;
        bool zero = Mode is ZeroScale or SystemZero;
        if (reference > 0)
        {
            register = Mode switch
            {
                ZeroScale => AdcFrontEnd.OffsetFor(_frontEnd.Modulate(0, gain, reference, noise, time)),
                SystemZero => AdcFrontEnd.OffsetFor(_frontEnd.Modulate(mean, gain, reference, noise, time)),
                FullScale => AdcFrontEnd.GainFor(_frontEnd.ModulateFullScale(gain, reference, noise, time), OffsetOf(setup)),
                _ => AdcFrontEnd.GainFor(_frontEnd.Modulate(mean, gain, reference, noise, time), OffsetOf(setup)),
            };
        }

        if (register is >= 0 and <= 0xFFFFFF)
            _registers[(int)(zero ? AdcRegister.Offset0 : AdcRegister.Gain0) + setup] = (int)Math.Round(register);
        else
            _flag(AdcError.Calibration);

        _registers[AdcRegister.Control] = (_registers[AdcRegister.Control] & ~0x3C) | (Idle << 2);
        _running = false;
        Ready = true;
    }

    private double Differential(int channel)
    {
        int register = _registers[(int)AdcRegister.Channel0 + channel];
        double positive = Input((register >> 5) & 0x1F, AdcError.PositiveInputOver, AdcError.PositiveInputUnder);
        double negative = Input(register & 0x1F, AdcError.NegativeInputOver, AdcError.NegativeInputUnder);
        return positive - negative;
    }

    private double Input(int code, AdcError over, AdcError under)
    {
        double span = _parameters.PositiveSupply - _parameters.NegativeSupply;
        double volts = code switch
        {
            < 16 => _inputs.InputVoltage(code),
            16 => _parameters.NegativeSupply + (13584 * (_parameters.Temperature + 272.5) * _parameters.Reference / 8388608),
            17 => _parameters.NegativeSupply,
            18 => _parameters.NegativeSupply + ((_registers[AdcRegister.Control] & 0x100) != 0 ? _frontEnd.InternalReference : 0),
            19 => 0,
            20 => _parameters.NegativeSupply + (span / 6),
            28 => _parameters.NegativeSupply + 0.020,
            _ => _parameters.NegativeSupply,
        };
        if (volts > _parameters.PositiveSupply)
            _flag(over);
        else if (volts < _parameters.NegativeSupply)
            _flag(under);

        return Math.Clamp(volts, _parameters.NegativeSupply, _parameters.PositiveSupply);
    }

    private double ReferenceOf(int config) => ((config >> 3) & 3) switch
    {
        0 => _parameters.ExternalReference1,
        1 => _parameters.ExternalReference2,
        2 => (_registers[AdcRegister.Control] & 0x100) != 0 ? _frontEnd.InternalReference : 0,
        _ => _parameters.PositiveSupply - _parameters.NegativeSupply,
    };

    private int GainCode(int setup)
    {
        int code = Config(setup) & 7;
        foreach (WrongGainCode wrong in _defects.WrongGainCodes)
        {
            if (wrong.Setup == setup)
                code = Math.Clamp(code + wrong.Steps, 0, 7);
        }

        return code;
    }

    private int NextChannel(int after)
    {
        for (int i = after + 1; i < 16; i++)
        {
            if ((_registers[(int)AdcRegister.Channel0 + i] & 0x8000) != 0)
                return i;
        }

        return -1;
    }

    private int Setup(int channel) => (_registers[(int)AdcRegister.Channel0 + channel] >> 12) & 7;

    private int Config(int setup) => _registers[(int)AdcRegister.Config0 + setup];

    private int OffsetOf(int setup) => _registers[(int)AdcRegister.Offset0 + setup];

    private int GainOf(int setup) => _registers[(int)AdcRegister.Gain0 + setup];

    private AdcFilter Filter(int setup) => new(_registers[(int)AdcRegister.Filter0 + setup], PowerMode);
}
