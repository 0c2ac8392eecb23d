using MagHopfield.NanoFramework.Tests.Image;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MagHopfield.NanoFramework.Tests.Rules;

/// <summary>
/// <c>x / 0.0</c> and <c>x % 0.0</c> throw on the device, where .NET gives Infinity or NaN. Every floating division must therefore show
/// that somebody thought of its divisor (<see cref="DivisorGuard"/>), or say in a comment that begins with "Divisor:", on its line or
/// right above its statement, why it is not 0. The rule reads the source rather than the IL, because a guard is found by the name of
/// what it compares.
/// </summary>
/// <remarks>
/// A pass proves that no floating division was overlooked. It does not prove that the guard excludes 0, that the reason in a comment
/// is true, or that a product of guarded factors does not underflow.
/// </remarks>
internal static class FloatingDivision
{
    public static IEnumerable<Finding> Find(FirmwareImage image)
    {
        foreach (SyntaxTree tree in image.Compilation.SyntaxTrees)
        {
            SemanticModel model = image.Compilation.GetSemanticModel(tree);
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
            {
                if (Divisor(node) is { } divisor
                    && IsFloating(model.GetTypeInfo(node).Type)
                    && Fault(model, divisor) is { } fault)
                {
                    int line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                    string member = model.GetEnclosingSymbol(node.SpanStart)?.ToDisplayString() ?? "?";
                    yield return new Finding(member, tree.FilePath, line, fault);
                }
            }
        }
    }

    private static ExpressionSyntax? Divisor(SyntaxNode node) => node.Kind() switch
    {
        SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression => ((BinaryExpressionSyntax)node).Right,
        SyntaxKind.DivideAssignmentExpression or SyntaxKind.ModuloAssignmentExpression => ((AssignmentExpressionSyntax)node).Right,
        _ => null,
    };

    private static bool IsFloating(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single;

    private static string? Fault(SemanticModel model, ExpressionSyntax divisor)
    {
        if (DivisorGuard.ConstantValue(model, divisor) is { } value)
            return value == 0 ? "divides by a constant 0, which throws on the device." : null;

        return DivisorGuard.IsGuarded(model, divisor) || HasReason(divisor)
            ? null
            : $"divides by {divisor}, which throws on the device where that is 0: compare it before, "
                + "or say in a comment \"// Divisor: …\" why it is not 0.";
    }

    private static bool HasReason(ExpressionSyntax divisor)
    {
        SyntaxNode statement = divisor.FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or MemberDeclarationSyntax)!;
        int line = divisor.GetLocation().GetLineSpan().EndLinePosition.Line;
        bool OnLine(SyntaxTrivia trivia) => trivia.GetLocation().GetLineSpan().StartLinePosition.Line == line;
        return statement.GetLeadingTrivia().Concat(statement.SyntaxTree.GetRoot().DescendantTrivia(statement.FullSpan).Where(OnLine))
            .Any(trivia => trivia.ToString().TrimStart('/', ' ').StartsWith("Divisor:", StringComparison.Ordinal));
    }
}
