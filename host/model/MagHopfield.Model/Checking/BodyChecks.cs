using System.Globalization;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Model.Files;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Checking;

/// <summary>Is there a body, and is every region in it?</summary>
internal static class BodyChecks
{
    public static IEnumerable<Finding> Of(ProblemFile file)
    {
        Problem problem = file.Problem;
        Geometry? geometry = null;
        try
        {
            geometry = BodyBuilder.Geometry(problem);
        }
        catch (ProblemFileException e)
        {
            int line = e.Message.StartsWith("saturation_magnetisation_file", StringComparison.Ordinal)
                ? file.LineOf("material", "saturation_magnetisation_file") : file.LineOf("initial", "file");
            return [new(Severity.Error, file.Source, line, e.Message)];
        }
        catch (ArgumentException)
        {
            // Said below.
        }

        if (geometry is null)
        {
            Mesh mesh = problem.Mesh;
            return
            [
                new(
                    Severity.Error,
                    file.Source,
                    problem.Geometry[0].Line,
                    string.Create(CultureInfo.InvariantCulture,
                        $"no cell lies in the shapes; the mesh is {mesh.Nx * mesh.Dx:0.###e0} m × {mesh.Ny * mesh.Dy:0.###e0} m about its "
                        + $"centre: enlarge or move them.")),
            ];
        }

        return problem.Parts.EmptyRegions(geometry, file.Source);
    }
}
