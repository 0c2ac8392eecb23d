using System.Numerics;
using MagHopfield.Micromagnetics.Backends;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Dynamics;

/// <summary>dm/dt = f(t, m), what an integrator integrates.</summary>
/// <typeparam name="T">float or double.</typeparam>
public interface IEquationOfMotion<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Where m and its rates lie, and what integrators work on them with.</summary>
    IBackend<T> Backend { get; }

    /// <summary>
    /// Told by integrators before they try a step, so that random fields can be drawn for it. A second call with the same time means that
    /// the step before was rejected.
    /// </summary>
    /// <param name="time">Time in seconds at the start of the step.</param>
    /// <param name="step">Length of the step in seconds.</param>
    /// <returns>Whether dm/dt at the start may differ from that at the end of the step before.</returns>
    bool BeginStep(double time, double step) => false;

    /// <summary>Computes dm/dt.</summary>
    /// <param name="time">Time in seconds.</param>
    /// <param name="m">Unit magnetisation, zero outside the body.</param>
    /// <param name="rate">Receives dm/dt in 1/s (rad/s for unit vectors).</param>
    void Derivative(double time, IBackendField<T> m, IBackendField<T> rate);
}
