using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>A term with a random field that is constant during a step of the integrator.</summary>
public interface IRandomTerm
{
    /// <summary>Draws the field of a step. A second call with the same time means that the step before was rejected.</summary>
    /// <param name="motion">γ and α of the equation of motion, which set the noise by the fluctuation-dissipation theorem.</param>
    /// <param name="time">Time in seconds at the start of the step.</param>
    /// <param name="step">Length of the step in seconds.</param>
    void BeginStep(GilbertParameters motion, double time, double step);
}
