using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Terms;

/// <summary>The external field of a file, or of a stage.</summary>
/// <param name="Drive">The field in space and time.</param>
public sealed record ExternalFieldTerm(DriveField Drive) : Term
{
    /// <summary>The external field among terms; none where there is none.</summary>
    /// <param name="terms">The terms.</param>
    public static DriveField? Of(IEnumerable<Term> terms) => terms.OfType<ExternalFieldTerm>().FirstOrDefault()?.Drive;

    /// <inheritdoc/>
    public override TermParts<T>? Make<T>(TermScope<T> scope)
    {
        DriveField[] fields =
        [
            .. scope.Magnet.Stages.Select(s => Of(s.Own)).OfType<DriveField>().Append(Drive).Where(f => f != DriveField.None),
        ];
        if (fields.Length == 0)
            return null;
        ExternalField<T> external = new(scope.Body, fields);
        return new() { Energy = external.Term, Drive = external };
    }

    /// <inheritdoc/>
    public override Func<TermRegion, TermSizes> Sizes(TermMagnet magnet)
    {
        double largest = magnet.Runs.Select(s => Of(s.Own) ?? Drive).Select(f => Largest(f, magnet.Mesh)).DefaultIfEmpty(0).Max();
        return _ => new() { Field = largest };
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TermCheck check) =>
        Own(check, check.LineOf("", "field")).SelectMany(own => Units(check, own.Field, own.Line));

    /// <inheritdoc/>
    public override IEnumerable<Finding> CheckOnMesh(TermCheck check)
    {
        // A field fits the mesh, whatever the body: the file that makes the body may be the one that cannot be read.
        Ferromagnet whole = new(check.Magnet.Mesh, 1);
        return Own(check, check.LineOf("field", ExternalFieldDeclaration.SpatialFile.Name)).Where(own => own.Field.Spatial is not null)
            .SelectMany(own => check.Reading(own.Line, () => _ = new ExternalField<float>(whole, [own.Field])));
    }

    /// <inheritdoc/>
    public override void Write(DocumentWriter text)
    {
        if (Drive == DriveField.None)
            return;
        text.Section("[field]");
        ExternalFieldDeclaration.Write(text, Drive);
    }

    /// <inheritdoc/>
    public override void WriteOfStage(DocumentWriter text)
    {
        text.Section("[stage.field]");
        ExternalFieldDeclaration.Write(text, Drive);
    }

    private IEnumerable<(DriveField Field, int Line)> Own(TermCheck check, int line) =>
        check.Magnet.Stages.Where(s => Of(s.Own) is not null).Select(s => (Of(s.Own)!, s.Line)).Prepend((Drive, line));

    private static IEnumerable<Finding> Units(TermCheck check, DriveField field, int line)
    {
        foreach (double size in new[] { field.Constant.Length, field.Amplitude.Length })
        {
            if (size is > 0 and < 10)
            {
                yield return check.Warning(
                    line,
                    $"a field of {size:0.####} A/m is next to nothing: this looks like tesla; ",
                    $"write it as constant_tesla or amplitude_tesla.");
            }
            else if (size > 1e8)
            {
                yield return check.Warning(
                    line,
                    $"a field of {size:0.###e0} A/m ({size * PhysicalConstants.Mu0:0.###e0} T) is beyond any magnet: this looks like A/m ",
                    $"given as tesla; write it as constant or amplitude.");
            }
        }
    }

    private static double Largest(DriveField f, Mesh mesh)
    {
        double form = f.Waveform == WaveformKind.Table ? f.Points!.Max(p => Math.Abs(p.Value)) : 1;
        double amplitude = f.IsTimeDependent ? form * f.Amplitude.Length : 0;
        double spatial = f.Spatial is SpatialField s ? Math.Abs(s.Scale) * (s.Follows ? form : 1) * LargestOf(s.File, mesh) : 0;
        return f.Constant.Length + amplitude + spatial;
    }

    private static double LargestOf(string file, Mesh mesh)
    {
        try
        {
            VectorField<float> field = ExternalField<float>.FromFile(file, mesh);
            return Enumerable.Range(0, mesh.CellCount).Max(i => field[i].Length);
        }
        catch (ProblemFileException)
        {
            // Said by the checks of files.
            return 0;
        }
    }
}
