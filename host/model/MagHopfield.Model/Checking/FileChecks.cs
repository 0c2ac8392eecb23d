using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Model.Files;
using MagHopfield.Model.Magnet;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Checking;

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

        if (p.Initial.File is not null)
            Try(file.LineOf("initial", "file"), () => InitialMagnetisation.Create<float>(BodyBuilder.Geometry(p), p.Initial));
        return findings;
    }
}
