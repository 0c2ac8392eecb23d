using MagHopfield.Hardware.Dummy;
using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.BoardStudies.Budget;

/// <summary>
/// The measurement as a function from readings to G: what an ideal board reads in each wiring, and the change of every G_ij with every
/// reading by finite differences of the same inversion that the instrument uses. Errors of readings then propagate in first order.
/// </summary>
internal sealed class MeasurementModel
{
    private const double Step = 1e-6;

    private readonly BudgetCase _case;
    private readonly BoardParameters _board;
    private readonly IReadOnlyList<WiringReading> _readings;
    private readonly double _noise;

    /// <summary>A model of a measurement of the dummy film.</summary>
    /// <param name="plan">How it is measured.</param>
    /// <param name="board">Nominal figures of the board.</param>
    /// <param name="noiseVolts">Standard deviation of a reading in volts; only ratios of noise weigh the equations.</param>
    public MeasurementModel(BudgetCase plan, BoardParameters board, double noiseVolts)
    {
        _case = plan;
        _board = board;
        _noise = noiseVolts;
        Film = DummyFilm.Nominal.Conductance;
        _readings = plan.Scheme == MeasurementScheme.Seven
            ? [.. WiringGeometry.All(Film.NodeCount).Select(g => Read([.. Enumerable.Range(0, Film.NodeCount).Select(k => (int)g[k])], -1))]
            :
            [
                .. Enumerable.Range(1, Film.NodeCount - 1).Select(
                    s => Read([.. Enumerable.Range(0, Film.NodeCount).Select(k => k == s ? 1 : k == 0 ? -1 : 0)], s)),
            ];
        Pairs = Film.ToPairs();
    }

    /// <summary>G of the film in siemens.</summary>
    public ConductanceMatrix Film { get; }

    /// <summary>Its elements in siemens.</summary>
    public double[] Pairs { get; }

    /// <summary>Highest voltage of an electrode against ground, in volts.</summary>
    public double CommonVolts => _readings.Max(r => r.CommonVolts);

    /// <summary>Smallest current of a shunt that is used, in amperes.</summary>
    public double SmallestCurrent => _readings.Min(r => r.Source < 0 ? r.Currents.Min(Math.Abs) : Math.Abs(r.Currents[r.Source]));

    /// <summary>Relative changes of G_ij by errors of the readings, first order, taken together (one cause).</summary>
    /// <param name="currentError">Error of the current into an electrode in amperes, by current and wiring.</param>
    /// <param name="voltageError">Error of the voltage of an electrode in volts, by voltage and wiring.</param>
    public double[] Response(Func<double, int, double> currentError, Func<double, int, double> voltageError)
    {
        double[] up = Invert(1);
        double[] down = Invert(-1);
        return [.. Pairs.Select((g, p) => (up[p] - down[p]) / (2 * Step * g))];

        double[] Invert(double sign)
        {
            List<WiringReading> moved = [.. _readings.Select(r => r.Copy())];
            foreach (WiringReading r in moved)
            {
                for (int k = 0; k < r.Currents.Length; k++)
                {
                    r.Currents[k] += sign * Step * currentError(r.Currents[k], k);
                    r.Voltages[k] += k == 0 ? 0 : sign * Step * voltageError(r.Voltages[k], k);
                }
            }

            return Solve(moved);
        }
    }

    /// <summary>Relative standard deviations of G_ij by independent noise of every reading.</summary>
    /// <param name="volts">Standard deviation of one reading in volts.</param>
    public double[] Scatter(double volts)
    {
        double[] variance = new double[Pairs.Length];

        // Half the difference of two readings, averaged.
        double half = volts * Math.Sqrt(0.5 / _case.Averages);
        for (int w = 0; w < _readings.Count; w++)
        {
            WiringReading r = _readings[w];
            for (int k = 0; k < r.Currents.Length; k++)
            {
                if (r.Source < 0 || r.Source == k)
                    Add(w, k, true, half / CurrentResistor);

                if (k > 0)
                    Add(w, k, false, half);
            }
        }

        return [.. variance.Select(Math.Sqrt)];

        void Add(int wiring, int node, bool current, double sigma)
        {
            double[] up = Moved(sigma);
            double[] down = Moved(-sigma);
            for (int p = 0; p < variance.Length; p++)
            {
                double change = (up[p] - down[p]) / (2 * Pairs[p]);
                variance[p] += change * change;
            }

            double[] Moved(double by)
            {
                List<WiringReading> moved = [.. _readings.Select(r => r.Copy())];
                (current ? moved[wiring].Currents : moved[wiring].Voltages)[node] += by;
                return Solve(moved);
            }
        }
    }

    /// <summary>Ohms of the resistor that a current is read on.</summary>
    public double CurrentResistor =>
        _case.Scheme == MeasurementScheme.Seven ? _board.Analog.ShuntResistance : _board.Analog.ReferenceResistance;

    private WiringReading Read(int[] group, int source)
    {
        NodalCircuit c = new();
        int src = c.AddNode("SRC");
        int rtn = c.AddNode("RTN");
        AnalogParameters p = _board.Analog;
        int[] e = [.. Enumerable.Range(0, group.Length).Select(k => c.AddNode($"E_{k + 1}"))];
        double path = _board.NodeSwitch.OnResistance + p.ShuntResistance + p.ForceLeadResistance;
        c.AddCurrentSource(0, src, Instrument.Board.AnalogBoard.ExcitationAmperes);
        c.AddResistor(rtn, 0, p.ReferenceResistance);
        for (int k = 0; k < group.Length; k++)
        {
            if (group[k] != 0)
                c.AddResistor(group[k] > 0 ? src : rtn, e[k], path);
        }

        c.AddConductor(e, (i, j) => Film[i, j]);
        CircuitSolution x = c.Solve();
        double[] volts = [.. e.Select(n => x.Voltage(n) - x.Voltage(e[0]))];
        return new WiringReading(Film.Currents(volts), volts, source, e.Max(x.Voltage));
    }

    private double[] Solve(IReadOnlyList<WiringReading> readings)
    {
        int n = Film.NodeCount;
        double share = 0.5 / _case.Averages;
        double volts = _noise * Math.Sqrt(share);
        if (_case.Scheme == MeasurementScheme.Kelvin)
        {
            KelvinInversion kelvin = new(n);
            foreach (WiringReading r in readings)
                kelvin.Add(r.Source, r.Currents[r.Source], r.Voltages, volts / CurrentResistor, volts);

            return kelvin.Solve()
                ? kelvin.Conductance!.ToPairs()
                : throw new InvalidOperationException("The injections do not determine G.");
        }

        KirchhoffInversion seven = new(n, readings.Count);
        double[] sigmaCurrents = [.. Enumerable.Repeat(volts / CurrentResistor, n)];
        double[] sigmaVoltages = [0, .. Enumerable.Repeat(volts, n - 1)];
        foreach (WiringReading r in readings)
            seven.Add(r.Currents, r.Voltages, sigmaCurrents, sigmaVoltages);

        return seven.Solve() ? seven.Conductance!.ToPairs() : throw new InvalidOperationException("The geometries do not determine G.");
    }
}
