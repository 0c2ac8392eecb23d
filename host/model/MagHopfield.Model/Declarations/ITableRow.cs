using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Model.Declarations;

/// <summary>The state of a run that the quantities of a table are taken from; what is costly is computed once, when first asked
/// for.</summary>
public interface ITableRow
{
    /// <summary>Simulated time in seconds.</summary>
    double Time { get; }

    /// <summary>Number of the stage, from 1; 0 before the first.</summary>
    int Stage { get; }

    /// <summary>Steps so far.</summary>
    long Steps { get; }

    /// <summary>Last step in seconds.</summary>
    double LastStep { get; }

    /// <summary>Average of m over the body.</summary>
    Vector3D Average { get; }

    /// <summary>Average of m_x², m_y², m_z² over the body.</summary>
    Vector3D MeanSquare { get; }

    /// <summary>External field in A/m.</summary>
    Vector3D Field { get; }

    /// <summary>Largest |m×H| in A/m.</summary>
    double MaxTorque { get; }

    /// <summary>What a meter at the electrodes shows.</summary>
    /// <exception cref="InvalidOperationException">There are no electrodes.</exception>
    CircuitState Circuit { get; }

    /// <summary>Topological charge of the middle layer.</summary>
    double Charge { get; }

    /// <summary>Sum of the energies of all terms with a name in J; of every term where the name is null.</summary>
    /// <param name="term">Name of the terms in the engine.</param>
    double Energy(string? term);
}
