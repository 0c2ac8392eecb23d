using System.Numerics;
using MagHopfield.Micromagnetics.Backends;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Minimisation;

/// <summary>
/// Steepest descent of the energy with Barzilai-Borwein steps on the unit sphere: L. Exl et al., J. Appl. Phys. 115, 17D118 (2014). Such
/// steps are at times so long that they leave the valley they began in, so two safeguards stand beside them: no cell turns by more than
/// <see cref="LargestTurn"/> in a step, and a step that raises the energy above the last <see cref="Memory"/> ones is taken again, shorter
/// (L. Grippo, F. Lampariello and S. Lucidi, SIAM J. Numer. Anal. 23, 707 (1986)). All memory is taken when it is made; a step allocates
/// nothing, and results do not depend on the number of threads.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class BarzilaiBorwein<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Largest angle in radians that a cell turns by in one step.</summary>
    public const double LargestTurn = 0.3;

    /// <summary>Number of past energies that a step is judged against.</summary>
    public const int Memory = 5;

    // Rounding alone can make a rise of a step that is already short; it is then taken as it is.
    private const int LargestNumberOfTrials = 12;

    private readonly LandauLifshitzGilbert<T> _descent;
    private readonly IBackend<T> _backend;
    private readonly IDescentPasses<T> _step;
    private readonly double[] _energies = new double[Memory];
    private IBackendField<T> _rate, _rateBefore;
    private readonly IBackendField<T> _before;

    /// <summary>Makes a minimiser of the energy of an equation of motion; its motion, and random fields, play no part.</summary>
    /// <param name="equation">The equation of motion, for its body, energy terms and back end.</param>
    public BarzilaiBorwein(LandauLifshitzGilbert<T> equation)
    {
        ArgumentNullException.ThrowIfNull(equation);
        _descent = equation.Descent();
        _backend = equation.Backend;
        _step = _backend.Descent(equation.Body, 0);
        _rate = _backend.Create(equation.Body.Mesh);
        _rateBefore = _backend.Create(equation.Body.Mesh);
        _before = _backend.Create(equation.Body.Mesh);
    }

    /// <summary>Time in seconds at which terms that depend on time are taken.</summary>
    public double Time { get; set; }

    /// <summary>Number of steps of the last run.</summary>
    public int Steps { get; private set; }

    /// <summary>Number of field evaluations of the last run: one a step, and one for each step that was taken again.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Largest |m×H| in A/m where the last run ended.</summary>
    public double MaxTorque { get; private set; }

    /// <summary>Moves m to a minimum.</summary>
    /// <param name="m">Unit magnetisation in the memory of the equation's back end, overwritten.</param>
    /// <param name="maxTorque">Ends where the largest |m×H| in A/m is no larger.</param>
    /// <param name="maxSteps">Largest number of steps.</param>
    /// <param name="cancellation">Ends the search early.</param>
    /// <param name="afterStep">Called after each step; m then is what the step led to.</param>
    /// <returns>Whether the limit was reached.</returns>
    public bool Minimise(
        IBackendField<T> m, double maxTorque, int maxSteps = 100_000, CancellationToken cancellation = default, Action? afterStep = null)
    {
        ArgumentNullException.ThrowIfNull(m);
        if (!(maxTorque > 0))
            throw new ArgumentOutOfRangeException(nameof(maxTorque), $"Torque limit = {maxTorque} A/m; give a positive value.");
        double toTorque = 2 / _descent.GyromagneticRatio;
        (Evaluations, Steps) = (1, 0);
        _descent.Derivative(Time, m, _rate);
        double fastest = _backend.LargestNorm([_rate], [1.0]);
        MaxTorque = toTorque * fastest;
        // The first step turns the fastest cell by a hundredth of a radian.
        double step = fastest > 0 ? 0.01 / fastest : 0;
        Array.Fill(_energies, double.NegativeInfinity);
        double energy = _energies[0] = 0;
        for (; MaxTorque > maxTorque && Steps < maxSteps; Steps++)
        {
            cancellation.ThrowIfCancellationRequested();
            _backend.Copy(m, _before);
            (_rateBefore, _rate) = (_rate, _rateBefore);
            step = Math.Min(step, LargestTurn / fastest);
            DescentSums sums = Try(m, step);
            for (int trial = 1; energy + sums.Energy > _energies.Max() && trial < LargestNumberOfTrials; trial++)
            {
                step *= 0.25;
                sums = Try(m, step);
            }
            energy += sums.Energy;
            _energies[(Steps + 1) % Memory] = energy;
            fastest = sums.Fastest;
            MaxTorque = toTorque * fastest;
            // The two Barzilai-Borwein steps in turn; across a region of negative curvature they grow.
            double next = Steps % 2 == 0 ? sums.SS / sums.SY : sums.SY / sums.YY;
            step = sums.SY > 0 && double.IsFinite(next) ? next : 2 * step;
            afterStep?.Invoke();
        }
        return MaxTorque <= maxTorque;
    }

    private DescentSums Try(IBackendField<T> m, double step)
    {
        _step.Turn(_before, _rateBefore, step, across: false, m);
        _descent.Derivative(Time, m, _rate);
        Evaluations++;
        return _step.Sum(_before, _rateBefore, m, _rate);
    }
}
