"""Parts of Danh mục."""
