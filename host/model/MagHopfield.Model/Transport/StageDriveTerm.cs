using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Transport;

/// <summary>What holds electrodes during one stage in place of the drives of the file.</summary>
/// <param name="Drives">Drives of electrodes that the file drives, too, by the same of voltage and current.</param>
public sealed record StageDriveTerm(IReadOnlyList<DriveParameters> Drives) : Term
{
    /// <inheritdoc/>
    public override void WriteOfStage(DocumentWriter text)
    {
        foreach (DriveParameters drive in Drives)
        {
            text.Section("[[stage.drive]]");
            drive.Write(text);
        }
    }
}
