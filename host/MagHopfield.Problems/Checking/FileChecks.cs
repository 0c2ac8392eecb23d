using MagHopfield.Micromagnetics;
using MagHopfield.Problems.Model;
using MagHopfield.Problems.Parameters;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Checking;

/// <summary>Can the files that the problem names be read, and do they fit?</summary>
internal static class FileChecks
{
    public static IEnumerable<Finding> Of(ProblemFile file)
    {
        Problem p = file.Problem;
        List<Finding> findings = [];
        void Try(int line, Action read)
        {
            try
            {
                read();
            }
            catch (ProblemFileException e)
            {
                findings.Add(new(Severity.Error, file.Source, line, e.Message));
            }
            catch (ArgumentException)
            {
                // No cell in the body: said by the checks of the body.
            }
        }

        // A field fits the mesh, whatever the body: the file that makes the body may be the one that cannot be read.
        Ferromagnet whole = new(p.Mesh, 1);
        if (p.Initial.File is not null)
            Try(file.LineOf("initial", "file"), () => InitialMagnetisation.Create<float>(BodyBuilder.Geometry(p), p.Initial));
        foreach (StageParameters stage in p.Stages.Where(s => s.Field?.Spatial is not null))
            Try(stage.Line, () => _ = new ExternalField<float>(whole, [stage.Field!]));
        if (p.Field.Spatial is not null)
            Try(file.LineOf("field", "spatial_file"), () => _ = new ExternalField<float>(whole, [p.Field]));
        if (p.Current?.DensityFile is not null)
            Try(file.LineOf("current", "density_file"), () => ProblemModel<float>.Density(p.Current, p.Mesh));
        return findings;
    }
}
