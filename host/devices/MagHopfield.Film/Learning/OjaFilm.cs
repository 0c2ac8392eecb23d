using MagHopfield.Devices;
using MagHopfield.Shared;

namespace MagHopfield.Film.Learning;

/// <summary>
/// A film that learns by the paper's own model of it (Niu et al., PNAS 2024, eq. 2) instead of micromagnetics: quick, and with the
/// limits of that model. A pulse counts as many steps of the model as it is wider than the one that the model describes.
/// </summary>
public sealed class OjaFilm : IMagneticDevice
{
    private readonly OjaModel _model;
    private readonly double _pulseWidth;
    private readonly double _voltsPerModelVolt;
    private readonly double? _fittedVoltage;

    /// <summary>Makes a film of a model.</summary>
    /// <param name="model">The learning rule with its present G.</param>
    /// <param name="goldConductance">Conductance matrix of the gold layer with its leads, in siemens.</param>
    /// <param name="pulseWidth">Width of the pulse that is one step of the model, in seconds (paper: 50 µs).</param>
    /// <param name="voltsPerModelVolt">
    /// Terminal voltage in volts that the model counts as 1 V. In eq. 2 as printed G moves away from G_avg by V²/(2α): 3 V and
    /// α = 111 V²/S would be 0.04 S, ten times the range of Fig. 3; about half a volt in the model gives that range.
    /// </param>
    public OjaFilm(OjaModel model, ConductanceMatrix goldConductance, double pulseWidth = 50e-6, double voltsPerModelVolt = 1)
    {
        if (model.Conductance.NodeCount != goldConductance.NodeCount)
            throw new ArgumentException($"The model has {model.Conductance.NodeCount} nodes, the gold layer {goldConductance.NodeCount}.");

        if (!(pulseWidth > 0) || !(voltsPerModelVolt > 0))
            throw new ArgumentException($"Pulse width {pulseWidth} s and {voltsPerModelVolt} V per model volt must both be positive.");

        _model = model;
        GoldConductance = goldConductance;
        _pulseWidth = pulseWidth;
        _voltsPerModelVolt = voltsPerModelVolt;
    }

    /// <summary>
    /// Makes a film of a fit. Amplitudes other than that of the fit change how fast it learns, in proportion to the field, and not how far:
    /// magnetoresistance saturates whatever the voltage, where eq. 2 as printed would have a range that grows with V².
    /// </summary>
    /// <param name="surrogate">The fit.</param>
    public OjaFilm(OjaSurrogate surrogate)
        : this(surrogate.Model(), surrogate.Gold, surrogate.PulseWidth) => _fittedVoltage = surrogate.Voltage;

    /// <inheritdoc/>
    public int NodeCount => GoldConductance.NodeCount;

    /// <inheritdoc/>
    public ConductanceMatrix Conductance => _model.Conductance;

    /// <inheritdoc/>
    public ConductanceMatrix GoldConductance { get; }

    /// <summary>
    /// Four nodes with η and α as printed below eq. 2 and G_avg from the means of eq. 1 (−0.0658 S edges, −0.0435 S diagonals), 10 V to
    /// the model volt, and a gold layer of four leads of 600 Ω to a common sheet.
    /// </summary>
    public static OjaFilm Niu2024()
    {
        const double Lead = 600;
        double[] alpha = [111, 111, 277, 277, 111, 111];
        double[] average = [-0.0658, -0.0658, -0.0435, -0.0435, -0.0658, -0.0658];
        ConductanceMatrix gold = ConductanceMatrix.FromPairs(4, [.. Enumerable.Repeat(-1 / (4 * Lead), 6)]);
        return new OjaFilm(new OjaModel(4, 0.0006, alpha, average), gold, voltsPerModelVolt: 10);
    }

    /// <inheritdoc/>
    /// <remarks>The rule counts pulses, not volts in time: of the edges it knows no more than the width at half the amplitude.</remarks>
    public void Drive(ITerminalDrive drive, CancellationToken cancellation)
    {
        this.CheckTerminals(drive);
        cancellation.ThrowIfCancellationRequested();
        foreach (Plateau pulse in Plateau.Of(drive, GoldConductance))
        {
            double largest = pulse.Voltages.Max(Math.Abs);
            double scale = _fittedVoltage is double fitted ? fitted / largest : 1 / _voltsPerModelVolt;
            double steps = _fittedVoltage is double v
                ? pulse.Width / _pulseWidth * largest / v
                : Math.Max(1, Math.Round(pulse.Width / _pulseWidth));
            _model.Apply([.. pulse.Voltages.Select(u => scale * u)], steps);
        }
    }
}
