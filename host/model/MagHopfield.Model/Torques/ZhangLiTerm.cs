using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Torques;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Transport;

namespace MagHopfield.Model.Torques;

/// <summary>A current in the plane, with Zhang and Li's spin-transfer torque.</summary>
/// <param name="Density">
/// Electrical current density J in A/m²; what a file adds to it varies in space. Null for that solved between electrodes.
/// </param>
/// <param name="DensityFile">Full path of an OVF file with a current density in A/m² that is added, or null.</param>
/// <param name="Polarisation">Spin polarisation P, 0 to 1.</param>
/// <param name="Nonadiabaticity">ξ, dimensionless.</param>
/// <param name="HasPaperDrift">Whether the drift velocity has the factor 1/(1 + ξ²) of Zhang and Li's paper.</param>
/// <param name="EdgeSlope">The derivative of m in cells at free faces.</param>
public sealed record ZhangLiTerm(
    Vector3D? Density, string? DensityFile, double Polarisation, double Nonadiabaticity, bool HasPaperDrift, EdgeSlope EdgeSlope)
    : CurrentTerm("current")
{
    /// <inheritdoc/>
    public override bool TakesSolvedCurrent => Density is null;

    /// <inheritdoc/>
    public override TermParts<T>? Make<T>(TermScope<T> scope)
    {
        VectorField<T> target = Density is null ? scope.SolvedCurrent! : new(scope.Body.Mesh);
        ZhangLi<T> torque = new(scope.Body, target, Polarisation, Nonadiabaticity, EdgeSlope) { ZhangLiFactor = HasPaperDrift };
        if (Density is null)
            return new() { Torque = torque };
        VectorField<T> source = DensityOn<T>(scope.Body.Mesh);
        return new() { Torque = torque, SetCurrent = Set };

        void Set(double factor)
        {
            T scale = T.CreateChecked(factor);
            for (int i = 0; i < source.X.Length; i++)
                (target.X[i], target.Y[i], target.Z[i]) = (scale * source.X[i], scale * source.Y[i], scale * source.Z[i]);
        }
    }

    /// <summary>On a magnetisation that alternates from cell to cell.</summary>
    public override Func<TermRegion, TermSizes> Sizes(TermMagnet magnet)
    {
        double alternation = magnet.LargestCurrentFactor * LargestAlternation(magnet) * (1 + Math.Abs(Nonadiabaticity));
        double drift = PhysicalConstants.BohrMagneton * Polarisation / PhysicalConstants.ElementaryCharge;
        return region => new() { Rate = drift / region.SaturationMagnetisation * alternation };
    }

    /// <summary>The current itself, as read and scaled, and what watches its energy.</summary>
    public override int NumbersPerCell(Mesh mesh) => 15;

    /// <inheritdoc/>
    public override IEnumerable<TermSource> Sources(TermUse use) =>
        use.Runs ? [new("Spin-transfer torque", "S. Zhang and Z. Li, Phys. Rev. Lett. 93, 127204 (2004).")] : [];

    /// <inheritdoc/>
    public override IEnumerable<Finding> CheckOnMesh(TermCheck check) =>
        DensityFile is null ? []
            : check.Reading(check.LineOf(Section, ZhangLiDeclaration.DensityFile.Name), () => DensityOn<float>(check.Magnet.Mesh));

    /// <inheritdoc/>
    public override void Write(DocumentWriter text)
    {
        text.Section($"[{Section}]");
        if (Density is Vector3D density)
            text.Add(ZhangLiDeclaration.Density, density);
        text.AddFile(ZhangLiDeclaration.DensityFile, DensityFile);
        text.Add(ZhangLiDeclaration.Polarisation, Polarisation);
        text.Add(ZhangLiDeclaration.Nonadiabaticity, Nonadiabaticity);
        text.Add(ZhangLiDeclaration.PaperDrift, HasPaperDrift);
        text.Add(ZhangLiDeclaration.Slope, EdgeSlope);
    }

    private VectorField<T> DensityOn<T>(Mesh mesh)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const string what = "current density";
        VectorField<T> density = DensityFile is string path
            ? FieldFile.Finite(
                FieldFile.Read<T>(
                    path, mesh, what, "density_file of [current]", unit => unit is "A/m2" or "A/m^2" or "A/m²" or "" ? 1 : null),
                path,
                what)
            : new VectorField<T>(mesh);
        for (int i = 0; i < density.X.Length; i++)
            density[i] += Density ?? default;
        return density;
    }

    // The largest sum over axes of |J|/Δ in A/m³; the density of a file is added to the uniform one in every cell.
    private double LargestAlternation(TermMagnet magnet)
    {
        Mesh mesh = magnet.Mesh;
        (int Count, double Size)[] axes = [(mesh.Nx, mesh.Dx), (mesh.Ny, mesh.Dy), (mesh.Nz, mesh.Dz)];
        double Along(Vector3D j) => axes.Zip([j.X, j.Y, j.Z], (axis, density) => axis.Count > 1 ? Math.Abs(density) / axis.Size : 0).Sum();
        if (Density is null)
            return Math.Sqrt(axes.Take(2).Sum(axis => axis.Count > 1 ? 1 / (axis.Size * axis.Size) : 0)) * magnet.LargestSolvedCurrent;
        if (DensityFile is null)
            return Along(Density.Value);
        try
        {
            VectorField<float> density = DensityOn<float>(mesh);
            return Enumerable.Range(0, mesh.CellCount).Max(i => Along(density[i]));
        }
        catch (ProblemFileException)
        {
            // Said by the checks of files.
            return Along(Density.Value);
        }
    }
}

/// <summary>Declares <see cref="ZhangLiTerm"/>.</summary>
internal sealed class ZhangLiDeclaration : TermDeclaration
{
    public static readonly Key<Vector3D> Density = Key.Vector(
        "density",
        "A/m²",
        "Electrical current density J; textures move against it. Without `density` and `density_file` it is the current that a [[drive]] "
        + "sends through the film.",
        [0, 0, 0]);

    public static readonly Key<string> DensityFile = Key.Path(
        "density_file",
        "Path of an OVF file of the same mesh with a current density in A/m² that varies in space; `density` is added to it.",
        "none");

    public static readonly Key<double> Polarisation = Key.Number("polarisation", "", "Spin polarisation P.", 0, 1);
    public static readonly Key<double> Nonadiabaticity = Key.Number(
        "nonadiabaticity", "", "Nonadiabaticity ξ, also written β.", fallback: 0);

    public static readonly Key<bool> PaperDrift = Key.Choice(
        "drift",
        "Drift velocity u of the electrons: µB P J/(e Ms (1 + ξ²)) as in Zhang and Li's paper, or µB P J/(e Ms) as in Thiaville's.",
        [("zhang_li", true), ("thiaville", false)],
        "zhang_li");

    public static readonly Key<EdgeSlope> Slope = Key.Choice(
        "edge_slope",
        "Derivative of m in a cell with a neighbour on one side only, with m₀ in it and m₁, m₂ in the next two: (m₁ − m₀)/d; half of that; "
        + "(−3m₀ + 4m₁ − m₂)/(2d); or as OOMMF has it.",
        [
            ("oommf", EdgeSlope.Oommf), ("one_sided", EdgeSlope.OneSided), ("clamped", EdgeSlope.Clamped),
            ("three_point", EdgeSlope.ThreePoint),
        ],
        "oommf");

    public override int Order => 700;

    public override IReadOnlyList<SectionDeclaration> CurrentSections => Sections;

    public override IReadOnlyList<SectionDeclaration> Sections { get; } =
    [
        new(
            "current",
            false,
            """
            A current in the plane with Zhang and Li's spin-transfer torque m×[m×(u·∇)m] + ξ m×(u·∇)m, in stages of kind run. The section
            may be left out.

            `edge_slope` matters at the edges of the body only, where the standard problem 5 moves by some 1e-4 with it. `three_point` is of
            second order whatever the edge does; `clamped` is so where ∂m/∂n = 0, without Dzyaloshinskii-Moriya interaction at an edge along
            the mesh, and otherwise has half of the slope; `one_sided` is of first order. OOMMF's extension Anv_SpinTEvolve
            (`spintevolve.cc`) has `one_sided` where the body ends with a mesh of over two cells along the axis and `clamped` towards empty
            cells: that is `oommf`. mumax3 (`cuda/zhangli2.cu`) and OOMMF's Oxs_SpinXferEvolve with mp_propagate (`spinxferevolve.cc`) have
            `clamped`.
            """,
            [Density, DensityFile, Polarisation, Nonadiabaticity, PaperDrift, Slope]),
    ];

    public override IEnumerable<Term> Read(TermReading file)
    {
        if (file.Root.OptionalSection("current") is not TomlSection section)
            return [];
        bool own = section.Has(Density.Name) || section.Has(DensityFile.Name);
        if (!own && !TransportDeclaration.HasSolvedCurrent(file))
            throw section.Error($"there is no current; add {Density.Name} = [x, y, z] in A/m², or electrodes with a [[drive]]");
        return
        [
            new ZhangLiTerm(
                own ? Density.Read(section) : null,
                section.Has(DensityFile.Name) ? file.Files.Find(section, DensityFile) : null,
                Polarisation.Read(section),
                Nonadiabaticity.Read(section),
                PaperDrift.Read(section),
                Slope.Read(section))
            { Line = section.Line },
        ];
    }
}
