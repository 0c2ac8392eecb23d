using System.Numerics;

namespace MagHopfield.Micromagnetics.Dynamics;

/// <summary>dm/dt = f(t, m), what an integrator integrates.</summary>
/// <typeparam name="T">float or double.</typeparam>
public interface IEquationOfMotion<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Computes dm/dt.</summary>
    /// <param name="time">Time in seconds.</param>
    /// <param name="m">Unit magnetisation, zero outside the body.</param>
    /// <param name="rate">Receives dm/dt in 1/s (rad/s for unit vectors).</param>
    void Derivative(double time, VectorField<T> m, VectorField<T> rate);
}
