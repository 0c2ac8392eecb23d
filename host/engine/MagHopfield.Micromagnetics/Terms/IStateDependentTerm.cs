using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>
/// A term, or what terms and torques hang on, that follows the magnetisation by more than its own arithmetic, as a current does that is
/// solved for. It is told of every step and of every evaluation.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public interface IStateDependentTerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A step begins. At the same time as at the last call nothing is done.</summary>
    /// <param name="m">Unit magnetisation at its start.</param>
    /// <param name="time">Time at its start in seconds.</param>
    /// <returns>Whether what follows jumped, so that dm/dt of this state is to be computed anew.</returns>
    bool BeginStep(VectorField<T> m, double time);

    /// <summary>dm/dt will be evaluated of a state, after all that depends on time was set.</summary>
    /// <param name="m">Magnetisation.</param>
    /// <param name="time">Its time in seconds.</param>
    void Follow(VectorField<T> m, double time);
}
