namespace MagHopfield.Micromagnetics.Terms;

/// <summary>A term that depends on time.</summary>
public interface ITimeDependentTerm
{
    /// <summary>Sets the time for which fields and energies are then asked.</summary>
    /// <param name="time">Time in seconds.</param>
    void SetTime(double time);
}
