using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Model.Declarations;

/// <summary>What a term is checked against.</summary>
/// <param name="source">Name of the file in findings.</param>
/// <param name="lineOf">Line of a key in a section that stands once at most; of a section by its name in the section "".</param>
/// <param name="magnet">Mesh and stages.</param>
/// <param name="geometry">Makes the geometry; null where no body comes about, of which other checks tell.</param>
/// <param name="canDamp">Whether the damping is positive somewhere.</param>
public sealed class TermCheck(string source, Func<string, string, int> lineOf, TermMagnet magnet, Func<Geometry?> geometry, bool canDamp)
{
    // Thicknesses are written in few digits.
    private const double ThicknessRounding = 0.01;

    /// <summary>Mesh and stages.</summary>
    public TermMagnet Magnet => magnet;

    /// <summary>Whether the damping is positive somewhere.</summary>
    public bool CanDamp => canDamp;

    /// <summary>Makes the geometry; null where there is no body, of which other checks tell.</summary>
    public Geometry? Geometry() => geometry();

    /// <summary>Line of a key in a section that stands once at most.</summary>
    /// <param name="section">Name of the section, "" for the top of the file.</param>
    /// <param name="key">Name of the key or, at the top, of a section.</param>
    public int LineOf(string section, string key) => lineOf(section, key);

    /// <summary>A finding about what is probably not meant.</summary>
    /// <param name="line">Line in the file.</param>
    /// <param name="message">What is wrong and how to mend it, in one line, in parts that are put together.</param>
    public Finding Warning(int line, params FormattableString[] message) =>
        new(Severity.Warning, source, line, string.Concat(message.Select(FormattableString.Invariant)));

    /// <summary>What an attempt to read the files of a term finds.</summary>
    /// <param name="line">Line in the file.</param>
    /// <param name="read">Reads them.</param>
    public IEnumerable<Finding> Reading(int line, Action read)
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            read();
            return [];
        }
        catch (ProblemFileException e)
        {
            return [new(Severity.Error, source, line, e.Message)];
        }
    }

    /// <summary>Whether the thickness of a layer under a current is that of the body somewhere along z.</summary>
    /// <param name="given">The thickness in metres.</param>
    /// <param name="line">Line in the file.</param>
    public IEnumerable<Finding> ThicknessOfLayer(double given, int line)
    {
        if (geometry() is not Geometry body)
            yield break;
        double[] layers = [.. LayerThickness.Of(body).Where(t => t > 0)];
        (double least, double most) = (layers.Min(), layers.Max());
        if (given >= least * (1 - ThicknessRounding) && given <= most * (1 + ThicknessRounding))
            yield break;
        string range = least < most ? FormattableString.Invariant($"{least:0.####e0} m to ") : "";
        yield return Warning(
            line,
            $"the torque is that of a layer of {given:0.####e0} m, but the body has {range}{most:0.####e0} m along z; ",
            $"remove the key, which then is the body's own, or mend the geometry.");
    }
}
