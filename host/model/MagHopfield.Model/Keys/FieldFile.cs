using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;

namespace MagHopfield.Model.Keys;

/// <summary>Reads the vector fields that a problem takes from OVF files.</summary>
internal static class FieldFile
{
    /// <summary>A field on the mesh of the problem.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="mesh">The mesh; cell by cell it gets the vectors of the file.</param>
    /// <param name="what">What the field is, in messages.</param>
    /// <param name="section">Section that names the file, in messages.</param>
    /// <param name="unitOf">
    /// Factor of a unit that the file may state, null for one that does not fit; without it units do not matter.
    /// </param>
    /// <exception cref="ProblemFileException">It cannot be read, or does not fit.</exception>
    public static VectorField<T> Read<T>(string path, Mesh mesh, string what, string section, Func<string, double?>? unitOf = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        OvfFile<T> file;
        try
        {
            file = Ovf.Read<T>(path);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new ProblemFileException($"{what}: {e.Message.TrimEnd('.')}; name another file in {section}.", e);
        }

        Mesh other = file.Field.Mesh;
        if (mesh.Nx != other.Nx || mesh.Ny != other.Ny || mesh.Nz != other.Nz)
        {
            throw new ProblemFileException(
                $"{what}: '{path}' has {other.Nx}×{other.Ny}×{other.Nz} cells, the mesh {mesh.Nx}×{mesh.Ny}×{mesh.Nz}; use the same "
                + "numbers of cells.");
        }

        double factor = 1;
        if (unitOf is not null)
        {
            string unit = OvfUnit.Of(file.Header);
            factor = unitOf(unit)
                ?? throw new ProblemFileException(
                    $"{what}: '{path}' has values in \"{unit}\"; write a file in the unit that {section} asks for.");
        }

        VectorField<T> field = new(mesh);
        T scale = T.CreateChecked(factor);
        for (int i = 0; i < mesh.CellCount; i++)
            (field.X[i], field.Y[i], field.Z[i]) = (scale * file.Field.X[i], scale * file.Field.Y[i], scale * file.Field.Z[i]);
        return field;
    }

    /// <summary>Throws if a number of a field is not finite.</summary>
    public static VectorField<T> Finite<T>(VectorField<T> field, string path, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < field.X.Length; i++)
        {
            if (!T.IsFinite(field.X[i]) || !T.IsFinite(field.Y[i]) || !T.IsFinite(field.Z[i]))
                throw new ProblemFileException($"{what}: '{path}' has no finite vector in cell {i}; mend the file.");
        }

        return field;
    }
}
