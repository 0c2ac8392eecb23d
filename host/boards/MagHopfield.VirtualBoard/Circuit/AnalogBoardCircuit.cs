using MagHopfield.Devices;
using MagHopfield.Instrument.Board;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard.Chips;
using MagHopfield.VirtualBoard.Chips.Ad5754;
using MagHopfield.VirtualBoard.Chips.Ad7124;
using MagHopfield.VirtualBoard.Chips.Adgs1414;
using MagHopfield.VirtualBoard.Parts;

namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>
/// The netlist of hardware/board.md with the chips as they stand and the device as its conductance matrices. It is solved when something
/// is asked after something has changed. The device is asked for its conductance at every look, so it should keep the matrix until its
/// magnetic state changes. A device without a gold layer has its electrodes at the terminals of the drive, too.
/// </summary>
public sealed class AnalogBoardCircuit : IAdcInputs
{
    private const int Pins = 16;

    private readonly IMagneticDevice _device;
    private readonly VirtualClock _clock;
    private readonly AnalogParameters _parameters;
    private readonly ChipDefects _defects;
    private readonly NodeParts[] _parts;
    private readonly Adgs1414Model[] _nodeSwitches;
    private readonly Adgs1414Model[] _pulseSwitches;
    private readonly Ad5754Model[] _dacs;
    private readonly double _clampLow;
    private readonly double _clampHigh;
    private readonly double _restSupply;
    private NodalCircuit _circuit = new();
    private BoardVoltages? _solution;
    private ConductanceMatrix? _solvedConductance;
    private (int, int, double) _solvedBurnout;
    private long _deviceTime;
    private bool _advancing;
    private Ad7124Model? _adc;

    internal AnalogBoardCircuit(
        IMagneticDevice device,
        VirtualClock clock,
        BoardParameters parameters,
        Adgs1414Model[] nodeSwitches,
        Adgs1414Model[] pulseSwitches,
        Ad5754Model[] dacs)
    {
        _device = device;
        _clock = clock;
        _parameters = parameters.Analog;
        _defects = parameters.Defects;
        _nodeSwitches = nodeSwitches;
        _pulseSwitches = pulseSwitches;
        _dacs = dacs;
        _clampLow = parameters.Adc.NegativeSupply - _parameters.ClampDrop;
        _restSupply = parameters.Adc.PositiveSupply;
        _clampHigh = parameters.Adc.PositiveSupply + _parameters.ClampDrop;
        _parts = new NodeParts[device.NodeCount];
        for (int k = 0; k < _parts.Length; k++)
            _parts[k] = new NodeParts(_parameters, new SeededNoise(parameters.Seed, $"node {k}"), _defects, k);

        SeededNoise reference = new(parameters.Seed, "R_REF");
        ReferenceResistance = _parameters.ReferenceResistance * (1 + (_parameters.ResistorTolerance * reference.Uniform()));
    }

    /// <summary>R_REF as it really is, in ohms.</summary>
    public double ReferenceResistance { get; }

    /// <summary>Number of times the circuit was solved.</summary>
    public long SolveCount { get; private set; }

    /// <summary>Whether the pulse gate enables the drivers.</summary>
    public bool DriversEnabled { get; private set; }

    /// <summary>The parts of a node as they really are.</summary>
    /// <param name="node">Zero-based node.</param>
    public NodeParts Parts(int node) => _parts[node];

    /// <inheritdoc/>
    public double InputVoltage(int pin) => Solve().Inputs[pin];

    /// <summary>The circuit as the board stands now, settled.</summary>
    public NodalCircuit Circuit
    {
        get
        {
            Solve();
            return _circuit;
        }
    }

    /// <summary>Voltages as the board stands now.</summary>
    public BoardVoltages Solve()
    {
        Advance();
        ConductanceMatrix conductance = _device.Conductance;
        (int, int, double) burnout = _adc?.Burnout ?? default;
        if (_solution is null || !ReferenceEquals(conductance, _solvedConductance) || burnout != _solvedBurnout)
        {
            _solvedConductance = conductance;
            _solvedBurnout = burnout;
            _solution = Build(conductance, Present(burnout), 1, out _circuit);
            SolveCount++;
        }

        return _solution;
    }

    /// <summary>
    /// Brings a device that changes by itself up to the board's time, with the chips as they have stood since the last call.
    /// </summary>
    internal void Advance()
    {
        if (!_device.ChangesAtRest || _advancing || _clock.Nanoseconds == _deviceTime)
            return;

        double passed = (_clock.Nanoseconds - _deviceTime) * 1e-9;
        _deviceTime = _clock.Nanoseconds;
        _advancing = true;
        try
        {
            if (_device.GoldConductance is null)
                _device.Drive(DriveOf(Waveform.Pulse([1], passed)), CancellationToken.None);
            else
                _device.Rest(passed, CancellationToken.None);
        }
        finally
        {
            _advancing = false;
            _solution = null;
        }
    }

    /// <summary>Leaves out the time up to now: a pulse tells the device of it.</summary>
    internal void SkipToNow() => _deviceTime = _clock.Nanoseconds;

    /// <summary>The board as it stands, as the drive of a device without a gold layer, whatever happens to the chips afterwards.</summary>
    /// <param name="share">Share of the drivers' voltages.</param>
    internal BoardDrive DriveOf(Waveform share)
    {
        AnalogState state = Present(_adc?.Burnout ?? default);
        return new BoardDrive(_parts.Length, share, (load, now) => Build(load, state, now, out _).Terminal);
    }

    internal void Connect(Ad7124Model adc) => _adc = adc;

    internal void Invalidate() => _solution = null;

    internal void EnableDrivers(bool on)
    {
        DriversEnabled = on;
        Invalidate();
    }

    private AnalogState Present((int Positive, int Negative, double Current) burnout)
    {
        double[] excitation = new double[Pins];
        for (int i = 0; i < 2 && _adc is not null; i++)
            excitation[_adc.ExcitationPin(i)] += _adc.ExcitationCurrent(i);

        return new AnalogState(
            [.. _nodeSwitches.Select(chip => Enumerable.Range(0, 6).Select(chip.Resistance).ToArray())],
            [.. _parts.Select((_, k) => _pulseSwitches[k / 8].Resistance(k % 8))],
            [.. _parts.Select((_, k) => _dacs[k / 4].Voltage(k % 4))],
            DriversEnabled,
            excitation,
            burnout);
    }

    private BoardVoltages Build(ConductanceMatrix device, AnalogState state, double share, out NodalCircuit circuit)
    {
        int n = _parts.Length;
        NodalCircuit c = new();
        circuit = c;
        int source = c.AddNode("SRC");
        int back = c.AddNode("RTN");
        int senseP = c.AddNode("SENSE_P");
        int senseN = c.AddNode("SENSE_N");
        int[] pinNode = new int[Pins];
        (pinNode[0], pinNode[1], pinNode[2], pinNode[4]) = (senseP, senseN, back, source);
        int[] b = Nodes(c, "B", n);
        int[] f = Nodes(c, "F", n);
        int[] e = Nodes(c, "E", n);
        int[] s = Nodes(c, "S", n);
        int[] d = Nodes(c, "D", n);
        ConductanceMatrix? gold = _device.GoldConductance;
        int[] t = gold is null ? e : Nodes(c, "T", n);

        c.AddResistor(back, 0, ReferenceResistance);
        c.AddResistor(t[0], 0, _parameters.BleedResistance);
        AddMonitors(c, pinNode, t);
        AddInputs(c, pinNode, state);
        for (int k = 0; k < n; k++)
        {
            NodeParts part = _parts[k];
            double[] sw = state.NodeSwitch[k];
            c.AddResistor(source, b[k], sw[0]);
            c.AddResistor(back, b[k], sw[1]);
            c.AddBranch(senseP, s[k], sw[2], part.ThermalEmf[0]);
            c.AddBranch(senseN, s[k], sw[3], part.ThermalEmf[1]);
            c.AddBranch(senseP, b[k], sw[4], part.ThermalEmf[2]);
            c.AddBranch(senseN, f[k], sw[5], part.ThermalEmf[3]);
            c.AddResistor(b[k], f[k], part.Shunt);
            c.AddResistor(f[k], e[k], part.ForceLead);
            c.AddResistor(e[k], s[k], part.SenseLead);
            if (gold is not null)
                c.AddResistor(e[k], t[k], part.Insulation);

            c.AddResistor(d[k], t[k], state.PulseSwitch[k]);
        }

        foreach (ShortedElectrodes shorted in _defects.ShortedElectrodes)
            c.AddResistor(e[shorted.First], e[shorted.Second], shorted.Ohms);

        c.AddConductor(e, (i, j) => device[i, j]);
        if (gold is not null)
        {
            int[] pads = [.. t.Select((terminal, k) => _defects.OpenGoldLeads.Contains(k) ? Pad(c, terminal, k) : terminal)];
            c.AddConductor(pads, (i, j) => gold[i, j]);
        }

        LimitedDriver?[] drivers = AddDrivers(c, d, state, share);
        return Read(c.Solve(), pinNode, [b, f, e, s, d, t], drivers);
    }

    private static int Pad(NodalCircuit c, int terminal, int node)
    {
        int pad = c.AddNode($"PAD_{node + 1}");
        c.AddResistor(terminal, pad, NodeParts.OpenLead);
        return pad;
    }

    // Dividers of the gold terminals and of the drivers' rails.
    private void AddMonitors(NodalCircuit c, int[] pinNode, int[] t)
    {
        for (int k = 0; k < MonitorInputs.Terminals(t.Length); k++)
        {
            int pin = (int)MonitorInputs.Terminal(k);
            pinNode[pin] = c.AddNode($"AIN{pin}");
            c.AddResistor(t[k], pinNode[pin], _parts[k].MonitorUpper);
            c.AddResistor(pinNode[pin], 0, _parts[k].MonitorLower);
        }

        foreach (bool positive in (bool[])[true, false])
        {
            int pin = (int)MonitorInputs.Rail(positive);
            pinNode[pin] = c.AddNode($"AIN{pin}");
            c.AddBranch(pinNode[pin], 0, _parameters.MonitorUpper, positive ? _parameters.PositiveRail : _parameters.NegativeRail);
            c.AddResistor(pinNode[pin], 0, _parameters.MonitorLower);
        }
    }

    private void AddInputs(NodalCircuit c, int[] pinNode, AnalogState state)
    {
        (int Positive, int Negative, double Current) burnout = state.Burnout;
        for (int pin = 0; pin < Pins; pin++)
        {
            if (pin == 3)
                continue;

            double current = state.Excitation[pin] + (burnout.Positive == pin ? burnout.Current : 0);
            double sink = burnout.Negative == pin ? burnout.Current : 0;
            if (pinNode[pin] == 0)
            {
                if (current == 0 && sink == 0)
                    continue;

                pinNode[pin] = c.AddNode($"AIN{pin}");
            }

            c.AddResistor(pinNode[pin], 0, _parameters.InputResistance);
            c.AddLimited(new InputClamp(pinNode[pin], _clampLow, _clampHigh, _parameters.ClampResistance));
            if (current != 0)
                c.AddLimited(new CompliantCurrentSource(pinNode[pin], current, _adc!.ExcitationCompliance));

            if (sink != 0)
                c.AddLimited(new CompliantCurrentSource(pinNode[pin], -sink, -_adc!.ExcitationCompliance));
        }
    }

    private LimitedDriver?[] AddDrivers(NodalCircuit c, int[] d, AnalogState state, double share)
    {
        LimitedDriver?[] drivers = new LimitedDriver?[d.Length];
        for (int k = 0; k < d.Length; k++)
        {
            // What holds a disabled driver's output is overridden by 0.2 Ω of an enabled one, but for 0.1 mV, and left out then.
            if (!state.DriversEnabled && !_defects.DriversOn.Contains(k))
            {
                c.AddResistor(d[k], 0, _parameters.DriverOffResistance);
                c.AddBranch(d[k], 0, _parts[k].Rest, _restSupply);
                continue;
            }

            double volts = share * (state.DacVoltage[k] + _parts[k].DriverOffset);
            LimitedDriver driver = new(d[k], volts, _parameters.DriverResistance, _parameters.DriverCurrentLimit);
            drivers[k] = driver;
            c.AddLimited(driver);
        }

        return drivers;
    }

    private BoardVoltages Read(CircuitSolution x, int[] pinNode, int[][] nets, LimitedDriver?[] drivers)
    {
        BoardVoltages v = new(_parts.Length) { LargestResidual = x.LargestResidual };
        for (int pin = 0; pin < Pins; pin++)
            v.Inputs[pin] = x.Voltage(pinNode[pin]);

        double[][] into = [v.BoardSide, v.FilmSide, v.Electrode, v.Sense, v.Driver, v.Terminal];
        for (int net = 0; net < nets.Length; net++)
        {
            for (int k = 0; k < _parts.Length; k++)
                into[net][k] = x.Voltage(nets[net][k]);
        }

        for (int k = 0; k < _parts.Length; k++)
        {
            v.DriverLimited[k] = drivers[k]?.Limited ?? false;
            v.DriverCurrent[k] = drivers[k]?.Current(x) ?? 0;
        }

        return v;
    }

    private static int[] Nodes(NodalCircuit c, string net, int count)
    {
        int[] nodes = new int[count];
        for (int k = 0; k < count; k++)
            nodes[k] = c.AddNode($"{net}_{k + 1}");

        return nodes;
    }
}
