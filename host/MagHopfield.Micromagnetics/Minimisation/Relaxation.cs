using System.Numerics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Integrators;

namespace MagHopfield.Micromagnetics.Minimisation;

/// <summary>
/// Relaxation down the energy by the damping term alone: first with a loose tolerance until the torque no longer falls, then with ever tighter
/// ones (Vansteenkiste et al., AIP Adv. 4, 107133 (2014)). Slower than Barzilai-Borwein and monotone: it stays in the valley in which it began.
/// </summary>
public static class Relaxation
{
    /// <summary>Relaxes m in place.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="equation">The equation of motion, for its body and energy terms; its damping, precession and torques play no part.</param>
    /// <param name="m">Unit magnetisation, overwritten.</param>
    /// <param name="maxTorque">Ends where the largest |m×H| in A/m is no larger.</param>
    /// <param name="maxSteps">Largest number of steps.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>Whether the limit was reached.</returns>
    public static bool Relax<T>(
        LandauLifshitzGilbert<T> equation, VectorField<T> m, double maxTorque, int maxSteps = 1_000_000, CancellationToken cancellation = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(m);
        if (!(maxTorque > 0))
            throw new ArgumentOutOfRangeException(nameof(maxTorque), $"Torque limit = {maxTorque} A/m; give a positive value.");
        LandauLifshitzGilbert<T> descent = new(equation.Body, 1, [.. equation.Terms]) { Precession = false, Team = equation.Team };
        EmbeddedRungeKutta<T> integrator = EmbeddedRungeKutta<T>.BogackiShampine32(1e-3);
        Simulation<T> simulation = new(descent, m, integrator);
        // With α = 1 and no precession |dm/dt| = γ/2 |m×H|.
        double limit = 0.5 * descent.GyromagneticRatio * maxTorque, lowest = double.PositiveInfinity;
        for (int step = 0, sinceLowest = 0; step < maxSteps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            double torque = simulation.MaxTorque;
            if (torque <= limit)
                return true;
            simulation.Advance();
            sinceLowest = torque < lowest ? 0 : sinceLowest + 1;
            lowest = Math.Min(lowest, torque);
            if (sinceLowest > 20 && integrator.MaxError > 1e-9)
            {
                integrator.MaxError *= 0.5;
                (sinceLowest, lowest) = (0, torque);
            }
        }
        return false;
    }
}
