using MagHopfield.Film;
using MagHopfield.Instrument.Board;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard.Chips;
using MagHopfield.VirtualBoard.Chips.Ad5754;
using MagHopfield.VirtualBoard.Chips.Ad7124;
using MagHopfield.VirtualBoard.Chips.Adgs1414;

namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>
/// The netlist of hardware/board.md with the chips as they stand and film and gold as their conductance matrices. It is solved when
/// something is asked after something has changed. The film is asked for its conductance at every look, so a film should keep the
/// matrix until its magnetic state changes.
/// </summary>
public sealed class AnalogBoardCircuit : IAdcInputs
{
    private const int Pins = 16;

    private readonly ISelfLearningFilm _film;
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
    private Ad7124Model? _adc;

    internal AnalogBoardCircuit(
        ISelfLearningFilm film,
        BoardParameters parameters,
        Adgs1414Model[] nodeSwitches,
        Adgs1414Model[] pulseSwitches,
        Ad5754Model[] dacs)
    {
        _film = film;
        _parameters = parameters.Analog;
        _defects = parameters.Defects;
        _nodeSwitches = nodeSwitches;
        _pulseSwitches = pulseSwitches;
        _dacs = dacs;
        _clampLow = parameters.Adc.NegativeSupply - _parameters.ClampDrop;
        _restSupply = parameters.Adc.PositiveSupply;
        _clampHigh = parameters.Adc.PositiveSupply + _parameters.ClampDrop;
        _parts = new NodeParts[film.NodeCount];
        for (int k = 0; k < _parts.Length; k++)
        {
            _parts[k] = new NodeParts(_parameters, new SeededNoise(parameters.Seed, $"node {k}"), _defects, k);
        }

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
        ConductanceMatrix conductance = _film.Conductance;
        (int, int, double) burnout = _adc?.Burnout ?? default;
        if (_solution is null || !ReferenceEquals(conductance, _solvedConductance) || burnout != _solvedBurnout)
        {
            _solvedConductance = conductance;
            _solvedBurnout = burnout;
            _solution = Build(conductance, burnout);
            SolveCount++;
        }

        return _solution;
    }

    internal void Connect(Ad7124Model adc) => _adc = adc;

    internal void Invalidate() => _solution = null;

    internal void EnableDrivers(bool on)
    {
        DriversEnabled = on;
        Invalidate();
    }

    private BoardVoltages Build(ConductanceMatrix film, (int Positive, int Negative, double Current) burnout)
    {
        int n = _parts.Length;
        NodalCircuit c = new();
        _circuit = c;
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
        int[] t = Nodes(c, "T", n);

        c.AddResistor(back, 0, ReferenceResistance);
        c.AddResistor(t[0], 0, _parameters.BleedResistance);
        AddMonitors(c, pinNode, t);
        AddInputs(c, pinNode, burnout);
        for (int k = 0; k < n; k++)
        {
            NodeParts part = _parts[k];
            Adgs1414Model sw = _nodeSwitches[k];
            c.AddResistor(source, b[k], sw.Resistance(0));
            c.AddResistor(back, b[k], sw.Resistance(1));
            c.AddBranch(senseP, s[k], sw.Resistance(2), part.ThermalEmf[0]);
            c.AddBranch(senseN, s[k], sw.Resistance(3), part.ThermalEmf[1]);
            c.AddBranch(senseP, b[k], sw.Resistance(4), part.ThermalEmf[2]);
            c.AddBranch(senseN, f[k], sw.Resistance(5), part.ThermalEmf[3]);
            c.AddResistor(b[k], f[k], part.Shunt);
            c.AddResistor(f[k], e[k], part.ForceLead);
            c.AddResistor(e[k], s[k], part.SenseLead);
            c.AddResistor(e[k], t[k], part.Insulation);
            c.AddResistor(d[k], t[k], _pulseSwitches[k / 8].Resistance(k % 8));
        }

        foreach (ShortedElectrodes shorted in _defects.ShortedElectrodes)
        {
            c.AddResistor(e[shorted.First], e[shorted.Second], shorted.Ohms);
        }

        ConductanceMatrix gold = _film.GoldConductance;
        c.AddConductor(e, (i, j) => film[i, j]);
        int[] pads = [.. t.Select((terminal, k) => _defects.OpenGoldLeads.Contains(k) ? Pad(c, terminal, k) : terminal)];
        c.AddConductor(pads, (i, j) => gold[i, j]);
        LimitedDriver?[] drivers = AddDrivers(c, d);
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

    private void AddInputs(NodalCircuit c, int[] pinNode, (int Positive, int Negative, double Current) burnout)
    {
        double[] excitation = new double[Pins];
        for (int i = 0; i < 2 && _adc is not null; i++)
        {
            excitation[_adc.ExcitationPin(i)] += _adc.ExcitationCurrent(i);
        }

        for (int pin = 0; pin < Pins; pin++)
        {
            if (pin == 3)
            {
                continue;
            }

            double current = excitation[pin] + (burnout.Positive == pin ? burnout.Current : 0);
            double sink = burnout.Negative == pin ? burnout.Current : 0;
            if (pinNode[pin] == 0)
            {
                if (current == 0 && sink == 0)
                {
                    continue;
                }

                pinNode[pin] = c.AddNode($"AIN{pin}");
            }

            c.AddResistor(pinNode[pin], 0, _parameters.InputResistance);
            c.AddLimited(new InputClamp(pinNode[pin], _clampLow, _clampHigh, _parameters.ClampResistance));
            if (current != 0)
            {
                c.AddLimited(new CompliantCurrentSource(pinNode[pin], current, _adc!.ExcitationCompliance));
            }

            if (sink != 0)
            {
                c.AddLimited(new CompliantCurrentSource(pinNode[pin], -sink, -_adc!.ExcitationCompliance));
            }
        }
    }

    private LimitedDriver?[] AddDrivers(NodalCircuit c, int[] d)
    {
        LimitedDriver?[] drivers = new LimitedDriver?[d.Length];
        for (int k = 0; k < d.Length; k++)
        {
            // What holds a disabled driver's output is overridden by 0.2 Ω of an enabled one, but for 0.1 mV, and left out then.
            if (!DriversEnabled && !_defects.DriversOn.Contains(k))
            {
                c.AddResistor(d[k], 0, _parameters.DriverOffResistance);
                c.AddBranch(d[k], 0, _parts[k].Rest, _restSupply);
                continue;
            }

            double volts = _dacs[k / 4].Voltage(k % 4) + _parts[k].DriverOffset;
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
        {
            v.Inputs[pin] = x.Voltage(pinNode[pin]);
        }

        double[][] into = [v.BoardSide, v.FilmSide, v.Electrode, v.Sense, v.Driver, v.Terminal];
        for (int net = 0; net < nets.Length; net++)
        {
            for (int k = 0; k < _parts.Length; k++)
            {
                into[net][k] = x.Voltage(nets[net][k]);
            }
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
        {
            nodes[k] = c.AddNode($"{net}_{k + 1}");
        }

        return nodes;
    }
}
